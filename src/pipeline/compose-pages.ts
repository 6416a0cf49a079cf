import { composeIssue, type KnownPlans } from '../compose/index.js'
import { composeAndLockLines, type ComposedLines } from './compose-lines.js'
import { measureGalleys, type GalleyPart } from '../galley/index.js'
import type {
  ComposeJump,
  Galley,
  InPage,
  PagePlan,
  Pagination,
  Part,
  Publication,
  Theme,
} from '../issue/index.js'
import { fillFolios, locateIds, makeUp, type MakeupReport } from '../makeup/index.js'
import { mustBeginRecto, planFolios } from '../press/index.js'
import { runningHeads } from '../theme/index.js'

/** The pages of the print edition, made up in the browser's document. */
export interface ComposedPages {
  readonly pagination: Pagination
  readonly plan: PagePlan
  readonly report: MakeupReport
  /** What the line composer did, by round; empty when the lines are the browser's. */
  readonly lines: readonly ComposedLines[]
}

export interface ComposePagesOptions {
  readonly publication: Publication<unknown>
  readonly theme: Theme
  readonly showGrid: boolean
  /** Told when each of the three stages begins. */
  readonly onStage: (stage: 'galley' | 'compose' | 'makeup') => void
}

/** Rounds until the page numbers hold. A number can gain a digit and move a line once; more is a bug. */
const maximumRounds = 3

/**
 * Sets the document as galleys, plans its pages, and makes them up. Page numbers are written into the galleys, and what
 * they change is measured and composed again, before anything is made up or printed.
 *
 * @throws Error when the page numbers do not settle
 */
export async function composePages(page: InPage, options: ComposePagesOptions): Promise<ComposedPages> {
  const { publication, theme, showGrid, onStage } = options
  const { geometry, notes } = theme
  const { parts } = publication
  const { galleys, plan, pagination, lines } = await settle(page, options)
  onStage('makeup')
  const heads = runningHeads(publication)
  const report = await makeUp(page, {
    geometry,
    galleys,
    plan,
    running: plan.sheets.map(({ side, parts: [first] }, index) => {
      const part = first && parts[first.article]
      return part?.kind === 'article'
        ? { head: heads.get(part.id)?.[side], folio: pagination.folios[index] }
        : {}
    }),
    titles: Object.fromEntries(parts.filter(({ jump }) => jump).map(({ id, title }) => [id, title])),
    wholeSheets: parts.filter(({ kind }) => kind === 'cover').map(({ id }) => id),
    notes,
    noteNumbers: notes.numbers,
    showGrid,
  })
  return {
    plan,
    report,
    lines,
    pagination: { ...pagination, pageOf: new Map(Object.entries(report.sheetOf)) },
  }
}

interface Settled {
  readonly galleys: readonly Galley[]
  readonly plan: PagePlan
  readonly pagination: Pagination
  /** By round of measuring. */
  readonly lines: readonly ComposedLines[]
}

async function settle(page: InPage, { publication, theme, onStage }: ComposePagesOptions): Promise<Settled> {
  const { geometry, notes } = theme
  const { parts } = publication
  const lines: ComposedLines[] = []
  const measure = async (ids: ReadonlySet<string>): Promise<Map<string, Galley>> => {
    onStage('galley')
    const chosen = parts.filter(({ id }) => ids.has(id)).map(galleyPart)
    const galley = { geometry, parts: chosen, notesAt: notes.at, noteNumbers: notes.numbers }
    if (theme.lines.by === 'composer') lines.push(await composeAndLockLines(page, galley, theme.lines))
    const measured = await measureGalleys(page, galley)
    return new Map(measured.map((galley) => [galley.id, galley]))
  }

  const known: KnownPlans = new WeakMap()
  let galleys = [...(await measure(new Set(parts.map(({ id }) => id)))).values()]
  for (let round = 1; round <= maximumRounds; round += 1) {
    onStage('compose')
    const plan = composeIssue(
      galleys.map((galley, index) => ({
        galley,
        options: { start: startOf(parts, index), jump: jumpOf(parts, index) },
      })),
      { columns: geometry.columns, lines: geometry.lines, notes },
      'recto',
      known,
    )
    const folios = planFolios(
      parts,
      plan.sheets.map(({ parts: [first] }) => first?.article),
    )
    const pageOf = new Map(Object.entries(await locateIds(page, { galleys, plan })))
    const pagination = { pageCount: plan.sheets.length, pageOf, pagesOf: pagesOf(plan), folios }
    const folioById = Object.fromEntries([...pageOf].map(([id, sheet]) => [id, folios[sheet] ?? '']))
    const changed = await fillFolios(
      page,
      folioById,
      parts.map(({ id }) => id),
    )
    if (changed.length === 0) return { galleys, plan, pagination, lines }
    const measured = await measure(new Set(changed))
    galleys = galleys.map((galley) => changedGalley(galley, measured.get(galley.id)))
  }
  throw new Error(`Page numbers did not settle in ${maximumRounds} rounds`)
}

/** The first article opens the body, and only articles run on below one another. */
function startOf(parts: readonly Part<unknown>[], index: number): Part<unknown>['start'] {
  const part = parts[index]
  if (mustBeginRecto(parts, index)) return 'recto'
  return part?.start === 'run-on' && parts[index - 1]?.kind !== 'article' ? 'page' : (part?.start ?? 'page')
}

function jumpOf(parts: readonly Part<unknown>[], index: number): ComposeJump | undefined {
  const { jump } = parts[index] ?? {}
  const after = parts.findIndex(({ id }) => id === jump?.after)
  return jump && after > index ? { pages: jump.pages, after } : undefined
}

/** 0-based sheets of each article, in the order of its pages. */
function pagesOf({ sheets, articles }: PagePlan): ReadonlyMap<string, readonly number[]> {
  const stands = articles.map(({ id }, article) => {
    const pages = sheets.flatMap(({ parts }, sheet) =>
      parts.filter((part) => part.article === article).map(({ page }) => ({ page, sheet })),
    )
    return [id, pages.sort((a, b) => a.page - b.page).map(({ sheet }) => sheet)] as const
  })
  return new Map(stands)
}

/** A galley that measured the same again is the same, so that its plan holds. */
function changedGalley(before: Galley, after: Galley | undefined): Galley {
  return after === undefined || JSON.stringify(before) === JSON.stringify(after) ? before : after
}

function galleyPart({ id, kind, path }: Part<unknown>): GalleyPart {
  const setting = kind === 'cover' ? 'sheet' : kind === 'article' ? 'columns' : 'measure'
  return { id, file: path, setting }
}
