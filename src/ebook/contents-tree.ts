import type { Chapter, Heading } from './chapter.js'

/** One line of the navigation; a section (栏目) leads nowhere by itself. */
export interface ContentsEntry {
  readonly text: string
  readonly authors?: string | undefined
  readonly href?: string | undefined
  readonly children: readonly ContentsEntry[]
}

/** Contents as the issue prints them: sections, their articles with authors, and the articles' headings to depth 3. */
export function contentsTree(chapters: readonly Chapter[]): ContentsEntry[] {
  const entries: (ContentsEntry & { children: ContentsEntry[] })[] = []
  let section: string | undefined
  for (const chapter of chapters) {
    const entry = entryOf(chapter)
    if (!chapter.part.section) {
      entries.push({ ...entry, children: [...entry.children] })
      section = undefined
      continue
    }
    if (chapter.part.section !== section) entries.push({ text: chapter.part.section, children: [] })
    section = chapter.part.section
    entries.at(-1)?.children.push(entry)
  }
  return entries
}

function entryOf({ part, name, facts }: Chapter): ContentsEntry {
  const subtitle = part.article?.subtitle
  const authors = part.article?.authors.map((author) => author.name).join(' ')
  return {
    text: part.kind === 'cover' ? '封面' : subtitle ? `${part.title}——${subtitle}` : part.title,
    authors: authors || undefined,
    href: name,
    children: part.kind === 'article' ? nest(facts.headings, name) : [],
  }
}

function nest(headings: readonly Heading[], file: string): ContentsEntry[] {
  const shown = headings.filter(({ depth }) => depth <= 3)
  const entries: ContentsEntry[] = []
  for (let index = 0; index < shown.length;) {
    const heading = shown[index]
    if (heading === undefined) break
    const rest = shown.slice(index + 1)
    const end = rest.findIndex(({ depth }) => depth <= heading.depth)
    const inner = end < 0 ? rest : rest.slice(0, end)
    entries.push({ text: heading.text, href: `${file}#${heading.id}`, children: nest(inner, file) })
    index += inner.length + 1
  }
  return entries
}
