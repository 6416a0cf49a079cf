import { makeRecord } from '../../src/pipeline/make-record.js'
import { makeWeb } from '../../src/pipeline/make-web.js'
import type { SiteFile } from '../../src/web/index.js'
import { prepareFolder, tenPagesEach } from './sample-record.js'

/** The web edition of an issue's folder, as if each article had ten pages. */
export async function siteOf(folder: string): Promise<SiteFile[]> {
  const prepared = await prepareFolder(folder)
  const pagination = tenPagesEach(prepared)
  return makeWeb(
    prepared,
    makeRecord(prepared.issue, pagination),
    { pagination },
    {
      clock: { sourceDateEpoch: 0, now: () => 0 },
      reporter: { stage: () => {}, detail: () => {} },
      signal: new AbortController().signal,
      browserPath: undefined,
    },
  )
}
