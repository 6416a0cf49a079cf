import { assemble } from '../edition/index.js'
import type { Context, Pagination } from '../issue/index.js'
import { printReading, type BrowserSession } from '../press/index.js'
import { pageRules, render, subsetFaces } from '../theme/index.js'
import { dateOf } from './date-of.js'
import type { PreparedIssue } from './prepare.js'
import { producer } from './producer.js'

/** The print edition as the reading PDF, with its pages. */
export async function makeReading(
  { issue, theme, assets }: PreparedIssue,
  session: BrowserSession,
  context: Context,
): Promise<{ readonly bytes: Uint8Array; readonly pagination: Pagination }> {
  const { reporter } = context
  reporter.stage('assemble')
  const publication = render(theme, assemble(issue, { edition: 'print' }))
  reporter.stage('fonts')
  const faces = await subsetFaces(theme, publication, assets)
  return printReading(session, {
    publication,
    geometry: theme.geometry,
    css: theme.css.print,
    pageRules: pageRules(theme, publication),
    faces,
    assets,
    date: dateOf(issue.metadata, context.clock),
    producer,
    onProgress: ({ stage, pages }) => {
      reporter.stage(stage)
      reporter.detail({ pages })
    },
  })
}
