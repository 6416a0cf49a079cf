import type { MakeupProblem } from '../makeup-options.js'
import type { BuiltSheet } from './build-sheets.js'
import type { Pieces } from './take-apart.js'
import { difference, textOf } from './text-of.js'

/** Whether every article's text, and that of every float and note, is on the sheets as it was: whole, once, in order. */
export function checkTexts(
  sheets: readonly BuiltSheet[],
  articles: readonly (Pieces | undefined)[],
): MakeupProblem[] {
  const placed = articles.map(() => '')
  for (const { run, element } of sheets.flatMap((sheet) => sheet.runs)) placed[run.article] += textOf(element)
  return articles.flatMap((pieces, at) => {
    if (pieces === undefined) return []
    const article = pieces.nodes.galley.id
    const flow = difference(pieces.text, placed[at] ?? '')
    const rest = [...pieces.texts].flatMap(([key, text]) => {
      const parts = pieces.parts.get(key)?.filter((part) => part.isConnected) ?? []
      return difference(text, parts.map(textOf).join('')) ?? []
    })
    return [...(flow === undefined ? [] : [flow]), ...rest].map((detail): MakeupProblem => ({
      kind: 'text-changed',
      article,
      detail,
    }))
  })
}
