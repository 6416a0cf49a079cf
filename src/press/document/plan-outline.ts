import type { Element, Nodes, Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { Part, Publication } from '../../issue/index.js'
import type { OutlineEntry } from '../outline-entry.js'

/** Authors that an entry names. */
const most = 3

/**
 * The outline of a publication: 封面, 目次, then each section with its articles and their authors, each article with its
 * headings of the second level. Articles that stand in no section stand beside the sections.
 */
export function planOutline(publication: Publication<Root>): OutlineEntry[] {
  const entries: OutlineEntry[] = []
  let section: { title: string; children: OutlineEntry[] } | undefined
  for (const part of publication.parts) {
    const entry = { title: titleOf(part), target: part.id, children: headings(part) }
    if (part.section === undefined || part.section === '') {
      section = undefined
      entries.push(entry)
    } else if (section?.title === part.section) {
      section.children.push(entry)
    } else {
      section = { title: part.section, children: [entry] }
      entries.push({ ...section, target: part.id })
    }
  }
  return entries
}

/** Ids that the outline leads to. */
export function outlineTargets(outline: readonly OutlineEntry[]): string[] {
  return outline.flatMap((entry) => [entry.target, ...outlineTargets(entry.children)])
}

/** Title and authors as 目次 sets them: `北京：源头活水　张三、李四`. */
function titleOf({ title, article }: Part<Root>): string {
  const names = article?.authors.map(({ name }) => name) ?? []
  if (names.length === 0) return title
  return `${title}\u3000${names.slice(0, most).join('、')}${names.length > most ? '等' : ''}`
}

function headings(part: Part<Root>): OutlineEntry[] {
  if (part.kind !== 'article') return []
  const found: OutlineEntry[] = []
  visit(part.content, 'element', (node) => {
    const { id } = node.properties
    if (node.tagName === 'h2' && typeof id === 'string')
      found.push({ title: headingText(node), target: id, children: [] })
  })
  return found
}

/** Text of a heading without note calls, citations and readings of ruby. */
function headingText(heading: Element): string {
  const read = (node: Nodes): string => {
    if (node.type === 'text') return node.value
    if (node.type !== 'element' || isAside(node)) return ''
    return node.children.map(read).join('')
  }
  return heading.children.map(read).join('').replaceAll(/\s+/g, ' ').trim()
}

function isAside(node: Element): boolean {
  const { className } = node.properties
  const classes = Array.isArray(className) ? className : []
  return ['rp', 'rt'].includes(node.tagName) || classes.includes('note-call') || classes.includes('citation')
}
