import { assemble, numberPages } from '../edition/index.js'
import type { Context, PageBreak, Pagination } from '../issue/index.js'
import { articlePageMetadata, atomFeed, issuePageMetadata, type IssueRecord } from '../record/index.js'
import { letterDrawings, render, subsetFaces } from '../theme/index.js'
import { siteWords, writeSite, type SiteFile } from '../web/index.js'
import { dateOf } from './date-of.js'
import type { PreparedIssue } from './prepare.js'

/** What of the print edition the other editions name. */
export interface PrintPages {
  readonly pagination: Pagination
  /** Absent for native pages, of which only the parts' beginnings are known. */
  readonly pageBreaks?: readonly PageBreak[] | undefined
}

/** The web edition as files of a site. */
export async function makeWeb(
  { issue, theme, assets }: PreparedIssue,
  record: IssueRecord,
  { pagination, pageBreaks }: PrintPages,
  context: Context,
): Promise<SiteFile[]> {
  context.reporter.stage('web')
  const draft = assemble(issue, { edition: 'web', pagesKnown: true })
  const publication = numberPages(render(theme, draft), pagination)
  const ofIssue = issuePageMetadata(record)
  return writeSite(publication, {
    css: theme.css.web,
    faces: await subsetFaces(theme, publication, { words: siteWords }),
    assets: await letterDrawings(theme, assets),
    pagination,
    pageBreaks,
    heads: new Map([
      ['contents', ofIssue],
      ['colophon', ofIssue],
      ...record.articles.map((article) => [article.id, articlePageMetadata(record, article)] as const),
    ]),
    feed: atomFeed(record, dateOf(issue.metadata, context.clock)),
  })
}
