import { markRare, packageEbook } from '../ebook/index.js'
import { assemble, numberPages } from '../edition/index.js'
import type { Context } from '../issue/index.js'
import { readFontUses, type BrowserSession } from '../press/index.js'
import { render, subsetFaces } from '../theme/index.js'
import { dateOf } from './date-of.js'
import type { Reading } from './make-reading.js'
import { pageBreaks } from './page-breaks.js'
import type { PreparedIssue } from './prepare.js'

/** The ebook edition, its page references and page list those of the print edition. */
export async function makeEbook(
  { issue, theme, assets }: PreparedIssue,
  { pagination, composed }: Pick<Reading, 'pagination' | 'composed'>,
  session: BrowserSession,
  context: Context,
): Promise<Uint8Array> {
  context.reporter.stage('ebook')
  const numbered = numberPages(
    render(theme, assemble(issue, { edition: 'ebook', pagesKnown: true })),
    pagination,
  )
  const parts = numbered.parts.map((part) => ({ ...part, content: markRare(part.content) }))
  const publication = { ...numbered, parts }
  const uses = await readFontUses(session, parts, theme.css.ebook)
  return packageEbook(publication, {
    css: theme.css.ebook,
    faces: await subsetFaces(theme, publication, new Map(), uses),
    assets,
    modified: new Date(dateOf(issue.metadata, context.clock) * 1000),
    pagination,
    pageBreaks: composed && pageBreaks(pagination, composed.report),
  })
}
