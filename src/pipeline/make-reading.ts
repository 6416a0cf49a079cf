import type { Root } from 'hast'
import { pagesComposed, pagesMadeUp, report } from '../diagnostics/index.js'
import { assemble } from '../edition/index.js'
import type { Context, Pagination, PagePlan, Place, Publication, SubsetFace } from '../issue/index.js'
import type { MakeupReport } from '../makeup/index.js'
import {
  measureNative,
  printReading,
  type BrowserSession,
  type NativeFigures,
  type PressPages,
  type PrintReadingInput,
} from '../press/index.js'
import { pageRules, render, subsetFaces } from '../theme/index.js'
import type { ComposedLines } from './compose-lines.js'
import { composePages } from './compose-pages.js'
import { dateOf } from './date-of.js'
import type { PreparedIssue } from './prepare.js'
import { producer } from './producer.js'

export interface ReadingOptions {
  /** Pages broken by the browser instead of the composer. */
  readonly native?: boolean | undefined
  /** Draws the type area and the grid over every page. */
  readonly showGrid?: boolean | undefined
  /** Has the browser make pages as well, and judges them beside the composer's. */
  readonly compare?: boolean | undefined
  /** Prints the pages for the press as well. */
  readonly forPress?: boolean | undefined
}

export interface Reading {
  readonly bytes: Uint8Array
  /** The same pages printed for the press, if they were asked for. */
  readonly forPress?: PressPages | undefined
  /** What was printed, and the fonts cut for it. */
  readonly publication: Publication<Root>
  readonly faces: readonly SubsetFace[]
  readonly pagination: Pagination
  /** What the composer did; absent for native pages. */
  readonly composed?:
    | {
        readonly plan: PagePlan
        readonly report: MakeupReport
        readonly lines: readonly ComposedLines[]
      }
    | undefined
  /** The browser's own pages, when they were to be compared. */
  readonly native?: NativeFigures | undefined
}

/** The print edition as the reading PDF, with its pages. Whatever the composer says is put on the articles' files. */
export async function makeReading(
  { issue, theme, assets }: PreparedIssue,
  session: BrowserSession,
  context: Context,
  options: ReadingOptions,
): Promise<Reading> {
  const { reporter } = context
  reporter.stage('assemble')
  const publication = render(theme, assemble(issue, { edition: 'print', articleStart: theme.articleStart }))
  reporter.stage('fonts')
  const faces = await subsetFaces(theme, publication, { assets })
  let composed: Reading['composed']
  const makePages = options.native
    ? undefined
    : async (page: Parameters<typeof composePages>[0]): Promise<Pagination> => {
        const pages = await composePages(page, {
          publication,
          theme,
          showGrid: options.showGrid ?? false,
          onStage: (stage) => reporter.stage(stage),
        })
        composed = pages
        return pages.pagination
      }
  const input: PrintReadingInput = {
    publication,
    geometry: theme.geometry,
    css: theme.css.print,
    pageRules: pageRules(theme, publication),
    faces,
    assets,
    date: dateOf(issue.metadata, context.clock),
    producer,
    makePages,
    forPress: options.forPress,
    onProgress: ({ stage, pages }) => {
      reporter.stage(stage)
      reporter.detail({ pages })
    },
  }
  const printed = await printReading(session, input)
  if (composed === undefined) return { ...printed, publication, faces, composed }
  reportPages(issue, composed)
  const native = options.compare ? await measureNative(session, input) : undefined
  return { ...printed, publication, faces, composed, native }
}

function reportPages(
  issue: PreparedIssue['issue'],
  { plan, report: made }: { readonly plan: PagePlan; readonly report: MakeupReport },
): void {
  const fileOf = (id: string) => issue.articles.find((article) => article.id === id)?.file ?? issue.file
  // A block that is parted again and again is told of once.
  const warnings = new Map(plan.warnings.map((warning) => [`${warning.kind} ${warning.key}`, warning]))
  for (const warning of warnings.values()) {
    // What `issue.yaml` asked for is answered there.
    const jump = issue.articles.find(({ id }) => id === warning.article)?.jump
    if (warning.kind === 'jump-needless') report(issue.file, pagesComposed, jump?.position, warning)
    else report(fileOf(warning.article), pagesComposed, pointOf(warning.place), warning)
  }
  for (const { article, place, kind, sheet, detail } of made.problems)
    report(fileOf(article), pagesMadeUp, pointOf(place), { kind, sheet, detail })
}

function pointOf(place: Place | undefined): { line: number; column: number } | undefined {
  return place && { line: place.line, column: place.column }
}
