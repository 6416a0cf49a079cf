import type { MakeupProblem, MakeupReport, MakeupRequest } from '../makeup-options.js'
import { ArticleNodes } from './article-nodes.js'
import { buildSheets } from './build-sheets.js'
import { checkSheets } from './check-sheets.js'
import { checkTexts } from './check-texts.js'
import { countNotes } from './count-notes.js'
import { fillFolios } from './fill-folios.js'
import { hideWithin, joinTexts } from './join-texts.js'
import { locate } from './locate.js'
import { makeupStyle } from './makeup-style.js'
import { numberNotes } from './number-notes.js'
import { pageStarts } from './page-starts.js'
import { placeContinued } from './place-continued.js'
import { readArticle } from './read-article.js'
import { runsOf } from './runs.js'
import { sheetOfIds } from './sheet-of-ids.js'
import { takeApart } from './take-apart.js'

declare global {
  var kanbenMakeup: {
    readonly makeUp: typeof makeUp
    readonly locate: typeof locate
    readonly fillFolios: typeof fillFolios
  }
}

/** Reads where to cut, takes the articles to pieces, builds the sheets, and measures them. */
function makeUp(request: MakeupRequest): MakeupReport {
  const missing: MakeupProblem[] = []
  const galleys = new Map(request.galleys.map((galley) => [galley.id, galley]))
  const runs = runsOf(request)
  const articles = request.plan.articles.map(({ id }) => {
    const galley = galleys.get(id)
    const root = document.getElementById(id)
    if (galley && root) return new ArticleNodes(galley, root)
    missing.push({ kind: 'missing', article: id, detail: 'no such part in the document' })
    return undefined
  })
  const reads = articles.map((nodes, at) => nodes && readArticle(request, nodes, runs[at] ?? [], at))
  const starts = pageStarts(request.plan.sheets, reads)

  numberNotes(request, articles)
  const pieces = reads.map((read) => read && takeApart(read))
  const sheets = buildSheets(request, pieces)
  const elements = sheets.map(({ element }) => element)
  joinTexts(elements)
  const style = new CSSStyleSheet()
  style.replaceSync(makeupStyle(request))
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style]
  // Links that are there for the sake of named destinations stay.
  const hidden = [...document.body.children].filter((child) => child.hasAttribute('hidden'))
  document.body.replaceChildren(...elements, ...hidden)

  placeContinued(request, sheets, pieces)
  const check = checkSheets(request, sheets, pieces)
  const texts = checkTexts(sheets, pieces)
  hideWithin()
  const splits = pieces.flatMap((one) => [...(one?.parts.values() ?? [])]).filter((parts) => parts.length > 1)
  return {
    sheets: sheets.length,
    starts: starts.map((start) => start ?? null),
    sheetOf: sheetOfIds(elements),
    cuts: reads.reduce((sum, read) => sum + (read?.cuts.withinBlocks.size ?? 0), splits.length),
    bodyLines: check.bodyLines,
    gridDeviation: check.deviation * 0.75,
    ...countNotes(sheets),
    problems: [...missing, ...check.problems, ...texts],
  }
}

globalThis.kanbenMakeup = { makeUp, locate, fillFolios }
