import { fileURLToPath } from 'node:url'
import type { Root } from 'hast'
import { packageEbook } from '../../src/ebook/index.js'
import { assemble, numberPages } from '../../src/edition/index.js'
import type { Pagination, Publication } from '../../src/issue/index.js'
import { prepare } from '../../src/pipeline/prepare.js'
import { render, subsetFaces } from '../../src/theme/index.js'

export const sampleFolder = fileURLToPath(new URL('../../manuscript', import.meta.url))

/** Every target is on page 1: the ebook is made without printing, and references to pages still read 第1页. */
const onePage: Pagination = {
  pageCount: 1,
  pageOf: new (class extends Map<string, number> {
    override get() {
      return 0
    }
  })(),
  folios: ['1'],
}

/** The sample issue as the pipeline makes it, but without the pages of the print edition. */
export async function sampleEbook(
  change: (publication: Publication<Root>) => Publication<Root> = (publication) => publication,
): Promise<Uint8Array> {
  const { prepared } = await prepare(sampleFolder, {
    clock: { sourceDateEpoch: 0, now: () => 0 },
    reporter: { stage: () => {}, detail: () => {} },
    signal: new AbortController().signal,
    browserPath: undefined,
  })
  if (prepared === undefined) throw new Error('the sample issue has errors')
  const { issue, theme, assets } = prepared
  const draft = assemble(issue, { edition: 'ebook', pagesKnown: true })
  const publication = change(numberPages(render(theme, draft), onePage))
  const faces = await subsetFaces(theme, publication, { assets })
  const modified = new Date('2026-11-01T00:00:00Z')
  return packageEbook(publication, { css: theme.css.ebook, faces, assets, modified })
}
