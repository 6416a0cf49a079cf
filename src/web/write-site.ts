import type { Root } from 'hast'
import {
  type Assets,
  ImageFiles,
  insertPageBreaks,
  type IssueMetadata,
  type PageBreak,
  type Pagination,
  type Part,
  partBreaks,
  type Publication,
  type SubsetFace,
} from '../issue/index.js'
import { finishContent } from './finish-content.js'
import { fontFaceRules } from './font-face-rules.js'
import { htmlPage } from './html-page.js'
import type { PageHead } from './page-head.js'
import { textFile, type SiteFile } from './site-file.js'

export interface SiteOptions {
  /** The theme's style sheet for the web. */
  readonly css: string
  readonly faces: readonly SubsetFace[]
  readonly assets: Assets
  readonly pagination: Pagination
  /** Where each print page begins; without it only the pages that begin a part are marked. */
  readonly pageBreaks?: readonly PageBreak[] | undefined
  /** What each part says about itself to programs, by id. */
  readonly heads: ReadonlyMap<string, PageHead>
  /** The Atom feed. */
  readonly feed: string
}

/**
 * Writes a publication as a site of static pages: the contents page is `index.html`, every other part a page of its own.
 * All links are relative, so that it works from a disk, without a server and without scripts.
 *
 * @param publication edition `web`, page numbers filled in; its cover has no page, its picture stands on the contents page
 */
export function writeSite(publication: Publication<Root>, options: SiteOptions): SiteFile[] {
  const { metadata } = publication
  const { pagination, css } = options
  const images = new ImageFiles(options.assets)
  const parts = publication.parts.filter(({ kind }) => kind !== 'cover')
  const breaks = options.pageBreaks ?? partBreaks(parts, pagination)
  const files = parts.flatMap((part, index): SiteFile[] => {
    // A page whose place is not found has no anchor; that is no reason to have no site.
    const { tree } = insertPageBreaks(
      part.content,
      breaks.filter((pageBreak) => pageBreak.part === part.id),
    )
    const content = finishContent(tree, images)
    const head = options.heads.get(part.id) ?? { metas: [], linkedData: {}, citations: [] }
    const citationFiles = head.citations.map((file) => ({
      ...file,
      name: `cite/${part.id}.${file.extension}`,
    }))
    const page = htmlPage(
      {
        language: metadata.language,
        title: part.kind === 'contents' ? issueTitle(metadata) : `${part.title} — ${issueTitle(metadata)}`,
        issueTitle: issueTitle(metadata),
        head,
        citationFiles,
        previous: neighbour(parts[index - 1]),
        next: neighbour(parts[index + 1]),
        home: part.kind === 'contents' ? undefined : 'index.html',
      },
      content,
    )
    return [textFile(pageName(part), page), ...citationFiles.map(({ name, text }) => textFile(name, text))]
  })
  return [
    ...files,
    textFile('style.css', fontFaceRules(options.faces) + css),
    textFile('feed.xml', options.feed),
    ...options.faces.map(({ fileName, bytes }) => ({ name: `fonts/${fileName}`, bytes })),
    ...images.used.map(({ name, asset }): SiteFile => ({ name, bytes: asset.bytes })),
  ]
}

function pageName({ id, kind }: Part<Root>): string {
  return kind === 'contents' ? 'index.html' : `${id}.html`
}

function neighbour(part: Part<Root> | undefined): { href: string; title: string } | undefined {
  return part?.kind === 'article' ? { href: pageName(part), title: part.title } : undefined
}

function issueTitle({ periodical, issue }: IssueMetadata): string {
  return `${periodical.title} ${issue.year}年${issue.number === undefined ? '' : `第${issue.number}期`}`
}
