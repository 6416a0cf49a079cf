import type { Root } from 'hast'
import type { Assets, PageGeometry, Pagination, Publication, SubsetFace } from '../issue/index.js'
import { openDocument, type BrowserSession } from './browser/index.js'
import { printDocument } from './document/index.js'
import { assertFonts, finishReading, loadPdf, postScriptName, readDestinations } from './pdf/index.js'
import { assertLoaded, settlePages } from './print/index.js'

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
  /** Told after each print, and when finishing begins. */
  readonly onProgress?:
    ((progress: { readonly stage: 'print' | 'finish'; readonly pages: number }) => void) | undefined
}

export interface ReadingPdf {
  readonly bytes: Uint8Array
  readonly pagination: Pagination
}

/** Prints a publication natively and finishes it as the reading PDF. The session stays open. */
export async function printReading(session: BrowserSession, input: PrintReadingInput): Promise<ReadingPdf> {
  const { publication, faces, onProgress } = input
  const { files, outline } = printDocument(input)
  const page = await openDocument(session, files)
  try {
    await assertLoaded(page, faces.length)
    const { file, pagination } = await settlePages(page, {
      parts: publication.parts,
      read: async (bytes) => {
        const document = await loadPdf(bytes)
        return { file: document, ...readDestinations(document) }
      },
      onPrint: (pages) => onProgress?.({ stage: 'print', pages }),
    })
    onProgress?.({ stage: 'finish', pages: pagination.pageCount })
    const names = faces.map((face) => postScriptName(face.bytes)).filter((name) => name !== undefined)
    assertFonts(file, new Set(names))
    const bytes = await finishReading(file, { ...input, pagination, outline })
    return { bytes, pagination }
  } finally {
    await page.close().catch(() => undefined)
  }
}
