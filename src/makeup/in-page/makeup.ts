import type { MakeupProblem, MakeupReport, MakeupRequest } from '../makeup-options.js'
import { ArticleNodes } from './article-nodes.js'
import { buildSheets, type Pieces } from './build-sheets.js'
import { checkSheets } from './check-sheets.js'
import { cutArticle, readCuts } from './cut-article.js'
import { cutNote, readNoteCuts } from './cut-note.js'
import { makeupStyle } from './makeup-style.js'
import { fillFolios } from './fill-folios.js'
import { locate } from './locate.js'
import { numberNotes } from './number-notes.js'
import { placeContinued } from './place-continued.js'
import { runsOf } from './runs.js'
import { sheetOfIds } from './sheet-of-ids.js'
import { takeOut } from './take-out.js'
import { difference, textOf } from './text-of.js'

declare global {
  var kanbenMakeup: {
    readonly makeUp: (request: MakeupRequest) => MakeupReport
    readonly locate: typeof locate
    readonly fillFolios: typeof fillFolios
  }
}

/** Reads where to cut, takes the articles to pieces, builds the sheets, and measures them. */
function makeUp(request: MakeupRequest): MakeupReport {
  const problems: MakeupProblem[] = []
  const galleys = new Map(request.galleys.map((galley) => [galley.id, galley]))
  const articles = request.plan.articles.map(({ id }) => {
    const galley = galleys.get(id)
    const root = document.getElementById(id)
    if (galley && root) return new ArticleNodes(galley, root)
    problems.push({ kind: 'missing', article: id, detail: 'no such part in the document' })
    return undefined
  })
  const runs = runsOf(request)
  const strips = noteStrips(request, articles)
  const reads = articles.map((nodes, at) => {
    if (nodes === undefined) return undefined
    const notes = new Map(
      [...(strips[at] ?? [])].map(([key, starts]) => [key, { starts, cuts: readNote(nodes, key, starts) }]),
    )
    return { cuts: readCuts(nodes, runs[at] ?? []), notes }
  })

  numberNotes(request, articles)
  const texts: { readonly article: string; readonly before: string; readonly after: () => string }[] = []
  let cuts = 0
  const pieces = articles.map((nodes, at): Pieces | undefined => {
    const read = reads[at]
    if (nodes === undefined || read === undefined) return undefined
    if (request.wholeSheets.includes(nodes.galley.id)) {
      return { nodes, runs: [], fragments: [], out: new Map(), notes: new Map() }
    }
    const out = takeOut(nodes, nodes.galley)
    const before = textOf(nodes.root)
    const notes = new Map<string, readonly HTMLElement[]>()
    for (const [key, { element }] of out) {
      const note = read.notes.get(key)
      const noteBefore = textOf(element)
      const parts = note ? cutNote(element, note.cuts) : [element]
      for (const [i, part] of parts.entries()) if (i > 0) part.dataset['strip'] = String(note?.starts[i - 1])
      notes.set(key, parts)
      cuts += parts.length - 1
      texts.push({
        article: nodes.galley.id,
        before: noteBefore,
        after: () =>
          parts
            .filter((part) => part.isConnected)
            .map(textOf)
            .join(''),
      })
    }
    const own = runs[at] ?? []
    const fragments = cutArticle(nodes, own, read.cuts)
    cuts += read.cuts.withinBlocks.size
    return { nodes, runs: own, fragments, out, notes, before } as Pieces & { before: string }
  })

  const style = new CSSStyleSheet()
  style.replaceSync(makeupStyle(request))
  const sheets = buildSheets(request, pieces)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style]
  // Links that are there for the sake of named destinations stay.
  const hidden = [...document.body.children].filter((child) => child.hasAttribute('hidden'))
  document.body.replaceChildren(...sheets.map(({ element }) => element), ...hidden)

  placeContinued(request, sheets, pieces)
  const check = checkSheets(request, sheets, pieces)
  problems.push(...check.problems)
  for (const piece of pieces) {
    if (piece === undefined || !('before' in piece)) continue
    const built = sheets.flatMap((sheet) => sheet.runs.filter(({ run }) => piece.runs.includes(run)))
    texts.push({
      article: piece.nodes.galley.id,
      before: String(piece.before),
      after: () => built.map(({ element }) => textOf(element)).join(''),
    })
  }
  for (const { article, before, after } of texts) {
    const detail = difference(before, after())
    if (detail) problems.push({ kind: 'text-changed', article, detail })
  }
  return {
    sheets: sheets.length,
    sheetOf: sheetOfIds(sheets.map(({ element }) => element)),
    cuts,
    bodyLines: check.bodyLines,
    gridDeviation: check.deviation * 0.75,
    notes: 0,
    notesAway: 0,
    problems,
  }
}

/** By article: strips at which notes that are split go on, by key. */
function noteStrips(
  request: MakeupRequest,
  articles: readonly (ArticleNodes | undefined)[],
): Map<string, number[]>[] {
  return request.plan.articles.map((article, at) => {
    const starts = new Map<string, number[]>()
    for (const page of article.pages) {
      for (const { list, note, from } of page.notes.flatMap((area) => area.notes)) {
        const galley = articles[at]?.galley
        const key = (list === 'notes' ? galley?.notes : galley?.openingNotes)?.[note]?.key
        if (key !== undefined && from > 0) starts.set(key, [...(starts.get(key) ?? []), from])
      }
    }
    return starts
  })
}

function readNote(
  nodes: ArticleNodes,
  key: string,
  starts: readonly number[],
): ReturnType<typeof readNoteCuts> {
  const note = nodes.get(key)
  return note ? readNoteCuts(note, starts) : []
}

globalThis.kanbenMakeup = { makeUp, locate, fillFolios }
