/** Titles longer than this have no wavy line after so many em. */
const longest = 60

/**
 * 书名号甲式 as custom properties: one wave of an em, drawn once for each em. The browser's own wavy underline, and every
 * picture that it repeats, reach the PDF as coarse pixels; a drawing that is not repeated stays a path.
 *
 * @param colour `#rrggbb`
 */
export function waveTokens(colour: string): (readonly [string, string])[] {
  const wave = 'M-12.5 10q12.5-13 25 0t25 0 25 0 25 0 25 0'
  const drawing = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 20' preserveAspectRatio='none'><path d='${wave}' fill='none' stroke='${colour}' stroke-width='4.5'/></svg>`
  const each = (value: (at: number) => string): string =>
    Array.from({ length: longest }, (_, at) => value(at)).join(', ')
  return [
    ['--kb-wave', `url("data:image/svg+xml,${encodeURIComponent(drawing).replaceAll('%20', ' ')}")`],
    ['--kb-waves', each(() => 'var(--kb-wave)')],
    ['--kb-wave-places', each((at) => `${at}em 100%`)],
  ]
}
