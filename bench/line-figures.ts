import type { PlacedLine } from './line-positions.js'

export interface LineFigures {
  /** Lines of at least ten Han characters. */
  readonly lines: number
  /** Of a line: by how much the median distance between neighbouring Han characters differs from one em. In em. */
  readonly gap: { readonly p95: number; readonly p99: number; readonly max: number }
  /** Of the gaps of lines that follow each other. In em. */
  readonly difference: number
  readonly paragraphs: number
  /** 孤字: last lines of one character, marks not counted. */
  readonly loneCharacters: number
  readonly forbiddenStarts: readonly string[]
  readonly forbiddenEnds: readonly string[]
  /** Closing marks at the end of full lines, and how many of them are half an em wide. */
  readonly endMarks: number
  readonly halfEndMarks: number
}

const han = /^\p{Script=Han}$/u
const closing = /^[，。、；：！？”’）》〉】』」〕｝]$/
const start = /^[，。、；：！？”’）》〉】』」〕｝·—…～]/
const end = /[“‘（《〈【『「〔｛]$/

/** Figures of the lines of a file. Columns are found by where most lines begin, on right and left pages by themselves. */
export function lineFigures(lines: readonly PlacedLine[]): LineFigures {
  const sides = [0, 1].map((side) => columnEdges(lines.filter(({ page }) => page % 2 === side)))
  const placed = lines
    .flatMap((line) => {
      const size = line.characters[0]?.size ?? 1
      const x = line.characters[0]?.x ?? 0
      const column = sides[line.page % 2]?.find(({ left, right }) => x > left - 0.6 * size && x < right)
      return column
        ? [{ ...line, column, size, x, text: line.characters.map(({ text }) => text).join('') }]
        : []
    })
    .sort((a, b) => a.page - b.page || a.column.left - b.column.left || b.y - a.y)
  const gaps: number[] = []
  const differences: number[] = []
  const endMarks: boolean[] = []
  const forbiddenStarts: string[] = []
  const forbiddenEnds: string[] = []
  let paragraphs = 0
  let lone = 0
  let before: { gap: number; y: number; left: number; page: number } | undefined
  for (const [at, line] of placed.entries()) {
    const { column, size, x, text, y, page } = line
    const next = placed[at + 1]
    const previous = placed[at - 1]
    const follows =
      previous && previous.page === page && previous.column === column && previous.y - y < 2.2 * size
    const last = line.characters.at(-1)
    const reach = (last?.x ?? 0) + (last && closing.test(last.text) ? 0.5 : 1) * size
    const full = reach > column.right - 0.9 * size
    const flush = x < column.left + 0.3 * size
    const continues = follows && flush && isFull(previous)
    const gap = gapOf(line)
    if (gap !== undefined && full) {
      gaps.push(gap)
      if (before && before.page === page && before.left === column.left && before.y - y < 2.2 * size)
        differences.push(Math.abs(before.gap - gap))
      before = { gap, y, left: column.left, page }
      // A paragraph's last line, after which comes an indent, may have room for the whole mark; a note call may follow it.
      const isLast = next !== undefined && next.x - next.column.left > 0.4 * size
      const isAtEnd = (last?.x ?? 0) + size > column.right - 0.1 * size
      if (last && closing.test(last.text) && isAtEnd && !isLast)
        endMarks.push(last.x + 0.75 * size > column.right - 0.15 * size)
    }
    if (continues && start.test(text)) forbiddenStarts.push(`${page + 1}: ${text.slice(0, 12)}`)
    if (full && next && end.test(text)) forbiddenEnds.push(`${page + 1}: ${text.slice(-12)}`)
    if (!full) {
      paragraphs++
      const bare = text.replace(/[\p{P}①-⑳㉑-㉟]/gu, '')
      if (continues && [...bare].length === 1 && han.test(bare)) lone++
    }
  }
  gaps.sort((a, b) => a - b)
  differences.sort((a, b) => a - b)
  return {
    lines: gaps.length,
    gap: { p95: quantile(gaps, 0.95), p99: quantile(gaps, 0.99), max: quantile(gaps, 1) },
    difference: quantile(differences, 0.95),
    paragraphs,
    loneCharacters: lone,
    forbiddenStarts,
    forbiddenEnds,
    endMarks: endMarks.length,
    halfEndMarks: endMarks.filter(Boolean).length,
  }
}

function isFull({
  characters,
  column,
  size,
}: {
  characters: PlacedLine['characters']
  column: Column
  size: number
}): boolean {
  const last = characters.at(-1)
  return (last?.x ?? 0) + (last && closing.test(last.text) ? 0.5 : 1) * size > column.right - 0.9 * size
}

interface Column {
  readonly left: number
  readonly right: number
}

function columnEdges(lines: readonly PlacedLine[]): Column[] {
  const long = lines.filter((line) => line.characters.filter(({ text }) => han.test(text)).length >= 10)
  const byLeft = new Map<number, number[]>()
  for (const { characters } of long) {
    const key = Math.round(characters[0]?.x ?? 0)
    const last = characters.at(-1)
    const ends = byLeft.get(key) ?? []
    ends.push((last?.x ?? 0) + (last && closing.test(last.text) ? 0 : (last?.size ?? 0)))
    byLeft.set(key, ends)
  }
  const least = long.length / 50
  const columns: Column[] = []
  for (const [key, ends] of [...byLeft]
    .filter(([, of]) => of.length > least)
    .sort((a, b) => b[1].length - a[1].length)) {
    if (columns.some(({ left }) => Math.abs(left - key) < 40)) continue
    columns.push({ left: key, right: usual(ends) })
  }
  return columns
}

function usual(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values)
    counts.set(Math.round(value * 4) / 4, (counts.get(Math.round(value * 4) / 4) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

function gapOf({ characters }: PlacedLine): number | undefined {
  const distances = characters.flatMap((one, i) => {
    const next = characters[i + 1]
    return next && han.test(one.text) && han.test(next.text) ? [(next.x - one.x) / one.size - 1] : []
  })
  if (characters.filter(({ text }) => han.test(text)).length < 10) return undefined
  distances.sort((a, b) => a - b)
  const median = distances[distances.length >> 1]
  return median === undefined ? undefined : Math.abs(median)
}

function quantile(sorted: readonly number[], q: number): number {
  const value = sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0
  return Math.round(value * 10_000) / 10_000
}
