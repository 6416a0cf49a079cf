import type { Root } from 'hast'
import type { Assets, InPage, PageGeometry, Pagination, Publication, SubsetFace } from '../issue/index.js'
import { openDocument, type BrowserSession, type Page } from './browser/index.js'
import { printDocument } from './document/index.js'
import {
  assertFonts,
  finishReading,
  loadPdf,
  postScriptName,
  readDestinations,
  type PDFDocument,
} from './pdf/index.js'
import { inkPictures, noPictures, printForPress, type InkPictures } from './ink-pictures.js'
import type { PressPages } from './press-pages.js'
import { assertLoaded, printNative, readTagOrder, settlePages, type ReadFile } from './print/index.js'
import type { TagOrder } from './tags/index.js'

/** Makes up pages in an open document whose medium is print. */
export type MakePages = (page: InPage) => Promise<Pagination>

export interface PrintReadingInput {
  readonly publication: Publication<Root>
  readonly geometry: PageGeometry
  /** The theme's style sheet for print. */
  readonly css: string
  /** `@page` rules; pages are named after parts, see `pageName`. */
  readonly pageRules: string
  readonly faces: readonly SubsetFace[]
  readonly assets: Assets
  /** Seconds since 1970: the file's date. */
  readonly date: number
  /** `Kanben 0.1.0`. */
  readonly producer: string
  /** Makes pages in the document in place of the browser, and tells what stands where. */
  readonly makePages?: MakePages | undefined
  /** Prints the same pages once more without tags, as the press PDF is made from them. */
  readonly forPress?: boolean | undefined
  /** Told after each print, and when finishing begins. */
  readonly onProgress?:
    ((progress: { readonly stage: 'print' | 'finish'; readonly pages: number }) => void) | undefined
}

export interface ReadingPdf {
  readonly bytes: Uint8Array
  /** The same pages as they were printed for the press, not yet finished. */
  readonly forPress?: PressPages | undefined
  readonly pagination: Pagination
}

/**
 * Prints a publication and finishes it as the reading PDF. The session stays open.
 *
 * @throws Error when a made-up page printed on another sheet than its own, or fonts are not as expected
 */
export async function printReading(session: BrowserSession, input: PrintReadingInput): Promise<ReadingPdf> {
  const { faces, onProgress } = input
  const document = printDocument(input)
  const pictures = input.forPress ? inkPictures(document.files) : noPictures
  const open = async (): Promise<Page> => {
    const page = await openDocument(session, new Map([...document.files, ...pictures.files]))
    await assertLoaded(page, faces.length)
    return page
  }
  const { file, pagination, order, forPress } = await (input.makePages === undefined
    ? printAsBrowserPages(open, pictures, input)
    : printMadeUp(open, input.makePages, pictures, input))
  onProgress?.({ stage: 'finish', pages: pagination.pageCount })
  const names = faces.map((face) => postScriptName(face.bytes)).filter((name) => name !== undefined)
  assertFonts(file, new Set(names))
  const bytes = await finishReading(file, {
    ...input,
    pagination,
    outline: document.outline,
    tags: { sources: document.tagSources, order },
  })
  return { bytes, forPress, pagination }
}

interface PrintedFile {
  readonly file: PDFDocument
  readonly pagination: Pagination
  readonly order: TagOrder
  readonly forPress: PressPages | undefined
}

/** Native pagination: printed until the numbers are true. */
async function printAsBrowserPages(
  open: () => Promise<Page>,
  pictures: InkPictures,
  { publication, onProgress, forPress }: PrintReadingInput,
): Promise<PrintedFile> {
  const page = await open()
  const settled = await settlePages(page, {
    parts: publication.parts,
    read: readPrinted,
    onPrint: (pages) => onProgress?.({ stage: 'print', pages }),
  })
  const order = await readTagOrder(page)
  const pages = forPress ? await printForPress(page, pictures) : undefined
  await page.close()
  return { ...settled, order, forPress: pages }
}

/** Pages made up in the document: printed once, and every target must lie on its planned page. */
async function printMadeUp(
  open: () => Promise<Page>,
  makePages: MakePages,
  pictures: InkPictures,
  { onProgress, forPress }: PrintReadingInput,
): Promise<PrintedFile> {
  const page = await open()
  // Hidden until its galleys are set: the browser would lay it out as one long page before.
  await page.evaluate("document.body.style.contentVisibility = 'hidden'")
  await page.emulateMediaType('print')
  const pagination = await makePages({ evaluate: (script) => page.evaluate(script) })
  onProgress?.({ stage: 'print', pages: pagination.pageCount })
  const order = await readTagOrder(page)
  const { file, pageCount, pageOf } = await readPrinted(await printNative(page, { tagged: true }))
  const pages = forPress ? await printForPress(page, pictures) : undefined
  await page.close()
  const planned = `${pagination.pageCount} pages`
  if (pageCount !== pagination.pageCount) throw new Error(`${planned} were made up, and ${pageCount} printed`)
  for (const [id, index] of pageOf)
    if (pagination.pageOf.get(id) !== index)
      throw new Error(`${id} was made up on sheet ${pagination.pageOf.get(id)} and printed on sheet ${index}`)
  return { file, pagination, order, forPress: pages }
}

async function readPrinted(bytes: Uint8Array): Promise<ReadFile<PDFDocument>> {
  const file = await loadPdf(bytes)
  return { file, ...readDestinations(file) }
}
