import type { DocumentFile, Page } from './browser/index.js'
import { readJpegFacts } from './pdf/index.js'
import type { PressPages } from './press-pages.js'
import { planStandIns, printNative, showStandIns, standInPng, type StandIn } from './print/index.js'

/** Pictures that are ink already, and what stands for them while the browser prints. */
export interface InkPictures {
  readonly standIns: readonly StandIn[]
  /** Contents of the stand-ins by name. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly originals: PressPages['originals']
}

export const noPictures: InkPictures = { standIns: [], files: new Map(), originals: new Map() }

/**
 * Finds the CMYK JPEGs among a document's files: the browser would make them RGB. One that Exif turns is left to the
 * browser, since a PDF shows it as it lies.
 */
export function inkPictures(files: ReadonlyMap<string, DocumentFile>): InkPictures {
  const pictures = [...files].flatMap(([name, content]) => {
    const bytes = typeof content === 'function' && name.endsWith('.jpg') ? content() : content
    const facts = bytes instanceof Uint8Array ? readJpegFacts(bytes) : undefined
    return facts?.channels === 4 && !facts.isTurned && bytes instanceof Uint8Array
      ? [{ name, bytes, width: facts.width, height: facts.height }]
      : []
  })
  const standIns = planStandIns(pictures)
  return {
    standIns,
    files: new Map(standIns.map((standIn) => [standIn.name, standInPng(standIn)])),
    originals: new Map(
      standIns.map(({ colour }, index) => [colour.join(','), pictures[index]?.bytes ?? new Uint8Array()]),
    ),
  }
}

/** Prints the pages as the press PDF is made from them: without tags, with stand-ins for pictures of ink. */
export async function printForPress(page: Page, { standIns, originals }: InkPictures): Promise<PressPages> {
  await showStandIns(page, standIns)
  return { bytes: await printNative(page, { tagged: false }), originals }
}
