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

/** The code points that both CSS `unicode-range` values contain, as such a value; empty when there are none. */
export function intersectUnicodeRanges(one: string, other: string): string {
  const others = parseUnicodeRange(other)
  const shared = parseUnicodeRange(one).flatMap(([first, last]) =>
    others
      .map(([from, to]): CodeRange => [Math.max(first, from), Math.min(last, to)])
      .filter(([from, to]) => from <= to),
  )
  return shared.map(([from, to]) => formatRange(from, to)).join(', ')
}

/** The characters of a text as a CSS `unicode-range` value. */
export function formatUnicodeRange(text: string): string {
  const ranges: [number, number][] = []
  const codePoints = Array.from(text, (character) => character.codePointAt(0) ?? 0)
  for (const codePoint of codePoints.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last && codePoint <= last[1] + 1) last[1] = codePoint
    else ranges.push([codePoint, codePoint])
  }
  return ranges.map(([first, last]) => formatRange(first, last)).join(', ')
}

function formatRange(first: number, last: number): string {
  const hex = (codePoint: number) => codePoint.toString(16).toUpperCase()
  return first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`
}
