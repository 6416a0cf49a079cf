import type { Publication } from '../issue/index.js'

/** Text above the type area (书眉): `verso` on even pages, `recto` on odd ones. */
export interface RunningHead {
  readonly verso: string
  readonly recto: string
}

/**
 * The running heads of a publication's articles by part id (GB/T 3179: even pages name the periodical, year and number,
 * odd pages authors and title). Covers, 目次 and 版权页 have none.
 */
export function runningHeads(publication: Publication<unknown>): ReadonlyMap<string, RunningHead> {
  const { periodical, issue } = publication.metadata
  const number = issue.number === undefined ? `${issue.year}年` : `${issue.year}年第${issue.number}期`
  const verso = `${periodical.title}　${number}`
  const heads = new Map<string, RunningHead>()
  for (const part of publication.parts) {
    if (part.kind !== 'article') continue
    heads.set(part.id, {
      verso,
      recto: [shortByline(part.article?.authors ?? []), part.title].filter(Boolean).join('　'),
    })
  }
  return heads
}

/** Up to three names; of more, the first two and 等. */
function shortByline(authors: readonly { readonly name: string }[]): string {
  const names = authors.map((author) => author.name)
  return names.length > 3 ? `${names.slice(0, 2).join('　')}等` : names.join('　')
}
