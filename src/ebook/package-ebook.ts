import type { Root } from 'hast'
import {
  type Asset,
  type Assets,
  ImageFiles,
  insertPageBreaks,
  type PageBreak,
  type Pagination,
  partBreaks,
  type Publication,
  type SubsetFace,
} from '../issue/index.js'
import { baseRules, type WritingMode } from './base-rules.js'
import { surveyContent, type Chapter } from './chapter.js'
import { packContainer, type PlainFile } from './container.js'
import { cleanDrawing } from './clean-drawing.js'
import { contributorsOf } from './bibliographic-metadata.js'
import { contentsTree } from './contents-tree.js'
import { duokanNotes } from './duokan-notes.js'
import { finishContent } from './finish-content.js'
import { fontFaceRules, usedFaces } from './font-faces.js'
import { issueUuid } from './identifier.js'
import { formulaPictures, type FormulaPicture } from './formula-pictures.js'
import { issueTitle } from './issue-title.js'
import { languageTag } from './language-tag.js'
import { writeNavigation } from './navigation-document.js'
import { writeNcx } from './ncx.js'
import { writeOnixRecord } from './onix-record.js'
import { writePackageDocument } from './package-document.js'
import { sortNames } from './sort-names.js'
import { uprightFigures } from './upright-figures.js'
import { documentName, writeSpineDocument } from './spine-document.js'

export interface EbookOptions {
  /** The theme's style sheet for ebooks. */
  readonly css: string
  readonly faces: readonly SubsetFace[]
  readonly assets: Assets
  /** `dcterms:modified` and the time of every entry of the container. */
  readonly modified: Date
  /** Pages of the print edition, for the page list. */
  readonly pagination?: Pagination | undefined
  /** Where exactly each print page begins, in page order; without it only the pages that begin a part are marked. */
  readonly pageBreaks?: readonly PageBreak[] | undefined
  /** Picture of the cover that libraries show; otherwise the issue's own `cover.image`, if any. */
  readonly coverImage?: Asset | undefined
  /** Default `horizontal-tb`. */
  readonly writingMode?: WritingMode | undefined
  /** Notes that pop up in 多看阅读 as well. */
  readonly duokan?: boolean | undefined
  /** An ONIX record in the package. */
  readonly onix?: boolean | undefined
  /** Formulas as pictures for readers without MathML, by their key (`formulaKey`). */
  readonly formulas?: ReadonlyMap<string, FormulaPicture> | undefined
}

/** Packs a publication as `streamEbook` does, in memory. */
export async function packageEbook(
  publication: Publication<Root>,
  options: EbookOptions,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of await streamEbook(publication, options)) {
    pieces.push(piece)
    length += piece.length
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/**
 * Packs a publication as EPUB 3.3. The same input gives the same bytes on every machine and in every time zone.
 * Pictures are read one after the other as the pieces are taken.
 *
 * @param publication edition `ebook`: one part for each document, ids local to it, links `PART.xhtml#ID`, page numbers
 *   already filled in
 * @throws {Error} on what the stages before should have refused, such as a picture that is not among the assets
 */
export async function streamEbook(
  publication: Publication<Root>,
  options: EbookOptions,
): Promise<AsyncIterable<Uint8Array>> {
  const { metadata } = publication
  const articles = publication.parts.flatMap(({ article }) => article ?? [])
  const authors = articles.flatMap((article) => article.authors)
  const contributors = contributorsOf(metadata).flatMap(({ names }) => names.map((name) => ({ name })))
  const sorted = sortNames([...contributors, ...authors])
  const language = languageTag(metadata.language)
  const writingMode = options.writingMode ?? 'horizontal-tb'
  const images = new ImageFiles(options.assets)
  const chapters = finishParts(publication, options, images, language)
  const coverAsset = options.coverImage ?? options.assets.get(metadata.coverImage ?? '')
  const cover = coverAsset && images.add(coverAsset)
  const faces = usedFaces(options.css, options.faces)
  const fonts = faces.map((face): PlainFile => ({ name: `fonts/${face.fileName}`, bytes: face.bytes }))
  const shared = { title: issueTitle(metadata), uuid: issueUuid(metadata, writingMode), language, chapters }
  const navigation = { ...shared, contents: contentsTree(chapters) }
  const bibliographic = {
    ...shared,
    metadata,
    authors,
    sortNames: await sorted,
    keywords: articles.flatMap(({ keywords }) => keywords),
    modified: options.modified,
    hasPageList: chapters.some(({ facts }) => facts.pages.length > 0),
  }
  return packContainer({
    packageDocument: writePackageDocument({
      ...bibliographic,
      writingMode,
      hasOnix: options.onix ?? false,
      images: images.used,
      cover,
      fonts: fonts.map(({ name }) => name),
    }),
    navigation: writeNavigation(navigation),
    ncx: writeNcx(navigation),
    css:
      fontFaceRules(faces) +
      baseRules(writingMode, { duokan: options.duokan, formulas: options.formulas !== undefined }) +
      options.css,
    spine: chapters.map(({ name, text }) => ({ name, text })),
    files: [
      ...images.used.map(({ name, asset }): PlainFile => ({ name, bytes: () => bytesOf(asset) })),
      ...fonts,
      ...(options.onix
        ? [
            {
              name: 'onix.xml',
              bytes: writeOnixRecord({ ...bibliographic, facts: chapters.map(({ facts }) => facts) }),
            },
          ]
        : []),
      { name: 'META-INF/com.apple.ibooks.display-options.xml', bytes: appleDisplayOptions },
    ],
    date: options.modified,
  })
}

function bytesOf(asset: Asset): Uint8Array {
  return asset.mediaType === 'image/svg+xml' ? cleanDrawing(asset) : asset.bytes
}

/** Apple Books shows embedded fonts only when told so here and in the package document. */
const appleDisplayOptions =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<display_options><platform name="*"><option name="specified-fonts">true</option></platform></display_options>\n'

function finishParts(
  { parts }: Publication<Root>,
  { pagination, pageBreaks, duokan, writingMode, formulas }: EbookOptions,
  images: ImageFiles,
  language: string,
): Chapter[] {
  const breaks = pageBreaks ?? (pagination ? partBreaks(parts, pagination) : [])
  return parts.map((part) => {
    const own = breaks.filter((pageBreak) => pageBreak.part === part.id)
    const { tree, lost } = insertPageBreaks(part.content, own)
    const [missing] = lost
    if (missing)
      throw new Error(`ebook: page ${missing.folio} begins at ${missing.source}, which ${part.id} lacks`)
    const finished = finishContent(formulas ? formulaPictures(tree, formulas, images) : tree, images)
    const dressed = duokan ? duokanNotes(finished) : finished
    const content = writingMode === 'vertical-rl' ? uprightFigures(dressed) : dressed
    return {
      part,
      name: documentName(part),
      text: writeSpineDocument(part, content, language, writingMode ?? 'horizontal-tb'),
      facts: surveyContent(content),
    }
  })
}
