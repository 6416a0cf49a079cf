/** Code points from first to last, both included. */
export type CodeRange = readonly [first: number, last: number]

/** Reads a CSS `unicode-range` value: `U+20-7E, U+B7, U+4??`. */
export function parseUnicodeRange(value: string): CodeRange[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(parseRange)
}

function parseRange(part: string): CodeRange {
  const match = /^u\+(?:([0-9a-f]{1,6})(?:-([0-9a-f]{1,6}))?|([0-9a-f]{0,5}\?{1,6}))$/i.exec(part)
  if (!match) throw new RangeError(`not a unicode-range: ${part}`)
  const [, first, last, wildcard] = match
  if (wildcard !== undefined) {
    return [parseInt(wildcard.replaceAll('?', '0'), 16), parseInt(wildcard.replaceAll('?', 'F'), 16)]
  }
  const start = parseInt(first ?? '', 16)
  return [start, last === undefined ? start : parseInt(last, 16)]
}

/** Whether one of the ranges contains the code point; ranges may be in any order. */
export function inRanges(ranges: readonly CodeRange[], codePoint: number): boolean {
  return ranges.some(([first, last]) => codePoint >= first && codePoint <= last)
}

/** The shortest CSS `unicode-range` value for exactly these code points. */
export function formatUnicodeRange(codePoints: Iterable<number>): string {
  const ranges: [number, number][] = []
  for (const codePoint of [...codePoints].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last && codePoint <= last[1] + 1) last[1] = codePoint
    else ranges.push([codePoint, codePoint])
  }
  const hex = (codePoint: number) => codePoint.toString(16).toUpperCase()
  return ranges.map(([a, b]) => (a === b ? `U+${hex(a)}` : `U+${hex(a)}-${hex(b)}`)).join(', ')
}
