import { PDFStream, type PDFDocument } from '@cantoo/pdf-lib'
import { entry, itemsOf, nameOf } from '../object/read-object.js'
import { streamBytes } from '../object/stream-bytes.js'

/** The space of the output intent's profile, four letters of its header (ICC.1, 7.2.6): `RGB `, `CMYK`, `GRAY`. */
export function intentSpace(document: PDFDocument): string | undefined {
  return readIntent(document)?.space
}

export interface Intent {
  /** `GTS_PDFX`, `GTS_PDFA1`. */
  readonly subtype: string | undefined
  readonly space: string | undefined
  /** Class of the device: `prtr`, `mntr`. */
  readonly device: string | undefined
}

/** The first output intent (ISO 32000-1, 14.11.5) with the header of its profile, if there is one. */
export function readIntent(document: PDFDocument): Intent | undefined {
  const [intent] = itemsOf(entry(document.catalog, 'OutputIntents'))
  if (intent === undefined) return undefined
  const profile = entry(intent, 'DestOutputProfile')
  const subtype = nameOf(entry(intent, 'S'))
  if (!(profile instanceof PDFStream)) return { subtype, space: undefined, device: undefined }
  const header = Buffer.from(readHeader(profile)).toString('latin1')
  const isProfile = header.slice(36, 40) === 'acsp'
  return {
    subtype,
    space: isProfile ? header.slice(16, 20) : undefined,
    device: isProfile ? header.slice(12, 16) : undefined,
  }
}

function readHeader(profile: PDFStream): Uint8Array {
  try {
    return streamBytes(profile).bytes.subarray(0, 128)
  } catch {
    // A profile that cannot be unpacked is none.
    return new Uint8Array()
  }
}
