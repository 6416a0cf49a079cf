import { nearestName } from '../diagnostics/index.js'

export interface UnknownToken {
  /** `--kb-acent`. */
  readonly token: string
  readonly nearest: string | undefined
  /** 1-based. */
  readonly line: number
  readonly column: number
}

/**
 * Finds tokens that a style sheet names and nobody defines: the browser would drop such a colour without a word. One with
 * another value to fall back on (`var(--kb-x, …)`) is left alone.
 *
 * @param sheet the theme's own style sheet
 * @param tokens the tokens' style sheet, see `tokensCss`
 */
export function unknownTokens(sheet: string, tokens: string): UnknownToken[] {
  // Comments keep their line ends, so that places stay true.
  const css = sheet.replaceAll(/\/\*.*?\*\//gs, (comment) => comment.replaceAll(/[^\n]/g, ' '))
  const known = new Set(`${tokens}\n${css}`.match(/--kb-[\w-]+(?=\s*:)/g))
  return [...css.matchAll(/var\(\s*(--kb-[\w-]+)\s*\)/g)].flatMap(({ 1: token = '', index }) => {
    if (known.has(token)) return []
    const before = css.slice(0, index).split('\n')
    const column = (before.at(-1)?.length ?? 0) + 1
    return [{ token, nearest: nearestName(token, known), line: before.length, column }]
  })
}
