import { cp, mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { placedCharacters, placedLines, type PlacedLine } from '../../../bench/line-positions.js'
import { build } from '../../../src/pipeline/index.js'

/** A paragraph's lines as they stand in the PDF. */
export interface PrintedLine {
  readonly text: string
  /** Distances of its characters from the column's left edge, in em. */
  readonly at: readonly number[]
}

/**
 * Builds an issue of one article whose body is the given paragraphs, and reads its lines back from the PDF's character
 * positions.
 *
 * @param metadata lines of the article's metadata
 */
export async function printParagraphs(
  paragraphs: readonly string[],
  metadata = '',
  theme?: ThemeChange,
): Promise<PrintedLine[]> {
  return printArticle(
    paragraphs,
    metadata,
    async (file) => bodyLines(placedLines(await placedCharacters(file))),
    theme,
  )
}

/** Makes another `theme.yaml` out of the journal theme's. */
export type ThemeChange = (yaml: string) => string

const journal = fileURLToPath(new URL('../../../templates/journal', import.meta.url))

/** The same, with the finished file given to `read` before it is removed. */
export async function printArticle<Result>(
  paragraphs: readonly string[],
  metadata: string,
  read: (file: string) => Promise<Result>,
  theme?: ThemeChange,
): Promise<Result> {
  const root = await mkdtemp(path.join(tmpdir(), 'kanben-clreq-'))
  try {
    await writeFile(path.join(root, 'issue.yaml'), theme ? `${issue}theme: ./theme\n` : issue)
    if (theme) {
      await cp(journal, path.join(root, 'theme'), { recursive: true })
      const file = path.join(root, 'theme', 'theme.yaml')
      await writeFile(file, theme(await readFile(file, 'utf8')))
    }
    await writeFile(
      path.join(root, '01-a.md'),
      `---\ntitle: 例\n${metadata}---\n\n${paragraphs.join('\n\n')}\n`,
    )
    await writeFile(path.join(root, 'picture.svg'), picture)
    const out = path.join(root, 'out')
    await mkdir(out)
    const { ok, files } = await build(
      { root, outDir: out, only: ['reading'] },
      {
        clock: { sourceDateEpoch: 0, now: () => 0 },
        reporter: { stage: () => undefined, detail: () => undefined },
        signal: new AbortController().signal,
        browserPath: process.env['PUPPETEER_EXECUTABLE_PATH'],
      },
    )
    if (!ok) throw new Error(files.flatMap(({ messages }) => messages).join('\n'))
    return await read(path.join(out, 'clreq.pdf'))
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

/** `![…](picture.svg)` in every article. */
const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#369"/></svg>'

const issue = `id: clreq
periodical: { title: 刊本 }
issue: { year: 2026, number: 11, date: 2026-11 }
contents:
  - section: 文
    articles: [01-a.md]
`

/** Lines at 10.5 pt in reading order, with positions relative to their column. */
function bodyLines(lines: readonly PlacedLine[]): PrintedLine[] {
  const body = lines.filter(({ characters: [first] }) => first && Math.abs(first.size - 10.5) < 0.2)
  const lefts = new Map(
    [...new Set(body.map(({ page }) => page))].map((page) => [
      page,
      usualLeft(body.filter((line) => line.page === page)),
    ]),
  )
  return body
    .map(({ page, y, characters }) => {
      const left = lefts.get(page) ?? 0
      const x = (characters[0]?.x ?? 0) - left
      const column = Math.floor((x / 10.5 + 0.6) / 24)
      return { page, y, column, left, characters }
    })
    .toSorted((a, b) => a.page - b.page || a.column - b.column || b.y - a.y)
    .map(({ column, left, characters }) => ({
      text: characters.map(({ text }) => text).join(''),
      // A dash of two characters is one glyph in some fonts.
      at: characters.flatMap(({ text, x }) =>
        Array.from({ length: text.length }, (_, i) => (x - left) / 10.5 - column * 24 + i),
      ),
    }))
}

/** Where most lines of the first column begin; a pressed opening mark begins half an em before it. */
function usualLeft(lines: readonly PlacedLine[]): number {
  const counts = new Map<number, number>()
  for (const { characters } of lines) {
    const x = Math.round((characters[0]?.x ?? 0) * 100) / 100
    counts.set(x, (counts.get(x) ?? 0) + 1)
  }
  const most = Math.max(...counts.values())
  return Math.min(...[...counts].filter(([, count]) => count > most / 3).map(([x]) => x))
}
