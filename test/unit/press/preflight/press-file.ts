import { PDFDocument, PDFName, PDFString, type PDFDict, type PDFObject } from '@cantoo/pdf-lib'
import { preflight, type Finding, type PreflightOptions } from '../../../../src/press/pdf/preflight/index.js'
import { savePdf } from '../../../../src/press/pdf/save-pdf.js'

export type Change = (document: PDFDocument) => unknown
type Resources = (document: PDFDocument) => Record<string, Record<string, PDFObject>>

/** Bleed of 3 mm around a trim of 400 × 600 points. */
export const bleed = 8.504
const sheet = [0, 0, 400 + bleed * 2, 600 + bleed * 2] as const

/** A file of four pages that claims PDF/X-4 and keeps it; the first paints `content`, from the trim's lower left corner. */
export async function pressFile(
  content = '',
  resources: Resources = () => ({}),
  change: Change = () => undefined,
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const { context, catalog } = document
  for (let number = 0; number < 4; number += 1) {
    const page = document.addPage([sheet[2], sheet[3]])
    page.setBleedBox(...sheet)
    page.setTrimBox(bleed, bleed, 400, 600)
  }
  const { node } = document.getPage(0)
  const stream = context.stream(`1 0 0 1 ${bleed} ${bleed} cm\n${content}`)
  node.set(PDFName.of('Contents'), context.register(stream))
  const all = context.obj({})
  for (const [kind, entries] of Object.entries(resources(document)))
    all.set(PDFName.of(kind), dictionary(document, entries))
  node.set(PDFName.of('Resources'), all)
  claim(document, 'PDF/X-4')
  const profile = context.register(context.stream(profileHeader('prtr', 'CMYK'), { N: 4 }))
  const intent = context.obj({ Type: 'OutputIntent', S: 'GTS_PDFX', DestOutputProfile: profile })
  catalog.set(PDFName.of('OutputIntents'), context.obj([intent]))
  await change(document)
  await document.flush()
  return savePdf(document)
}

export function claim({ catalog, context }: PDFDocument, version: string | undefined): void {
  const packet = `<pdfxid:GTS_PDFXVersion>${version}</pdfxid:GTS_PDFXVersion><pdf:Trapped>False</pdf:Trapped>`
  if (version === undefined) catalog.delete(PDFName.of('Metadata'))
  else catalog.set(PDFName.of('Metadata'), context.register(context.stream(packet, { Type: 'Metadata' })))
}

export function profileHeader(device: string, space: string): Uint8Array {
  const header = Buffer.alloc(128)
  header.write(device, 12)
  header.write(space, 16)
  header.write('acsp', 36)
  return new Uint8Array(header)
}

function dictionary({ context }: PDFDocument, entries: Record<string, PDFObject>): PDFDict {
  const dict = context.obj({})
  for (const [key, value] of Object.entries(entries)) dict.set(PDFName.of(key), value)
  return dict
}

/** What is found in a file, as `rule detail figure`. */
export async function found(bytes: Uint8Array, options?: Partial<PreflightOptions>): Promise<string[]> {
  return (await preflight(bytes, options)).findings.map(tell)
}

function tell({ rule, detail, places }: Finding): string {
  return [rule, detail && `(${detail})`, ...places.map(({ figure }) => figure)].filter(Boolean).join(' ')
}

interface FontMaking {
  readonly subtype?: string
  readonly isEmbedded?: boolean
  /** A composite font has a map to Unicode. */
  readonly isMapped?: boolean
  /** Further entries: of the font, or of a composite font's descendant. */
  readonly more?: Record<string, PDFObject>
}

/** A font that is embedded, in name: nobody draws it here. Every character is half an em wide. */
export function font(
  { context }: PDFDocument,
  { subtype = 'TrueType', isEmbedded = true, isMapped = true, more = {} }: FontMaking = {},
): PDFObject {
  const program = context.register(context.stream(''))
  const descriptor = {
    Type: 'FontDescriptor',
    Ascent: 800,
    Descent: -200,
    ...(isEmbedded && { FontFile2: program }),
  }
  if (subtype !== 'Type0')
    return context.obj({
      Type: 'Font',
      Subtype: subtype,
      BaseFont: 'ABCDEF+Song',
      FontDescriptor: descriptor,
      ...more,
    })
  const descendant = { Type: 'Font', Subtype: 'CIDFontType2', FontDescriptor: descriptor, ...more }
  return context.obj({
    Type: 'Font',
    Subtype: subtype,
    BaseFont: 'Song',
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ...(isMapped && { ToUnicode: context.register(context.stream('')) }),
  })
}

/** A picture of bytes as they are. */
export function picture(
  { context }: PDFDocument,
  width: number,
  height: number,
  bytes: Uint8Array | readonly number[],
  more: Record<string, PDFObject | string | number | boolean> = {},
): PDFObject {
  const dict = {
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: 8,
    ColorSpace: 'DeviceCMYK',
    ...more,
  }
  return context.register(context.flateStream(Uint8Array.from(bytes), dict))
}

export const text = (value: string): PDFString => PDFString.of(value)
