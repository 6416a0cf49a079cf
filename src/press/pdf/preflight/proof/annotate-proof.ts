import { PDFArray, PDFDict, PDFHexString, PDFName, type PDFDocument, type PDFRef } from '@cantoo/pdf-lib'
import { loadPdf } from '../../load-pdf.js'
import { savePdf } from '../../save-pdf.js'
import { grow, readBoxes } from '../read-boxes.js'
import type { Box, FindingSeverity } from '../finding.js'

/** One remark on the proof. */
export interface ProofNote {
  readonly severity: FindingSeverity
  /** 1-based; a remark about the file as a whole stands on the first page. */
  readonly page?: number | undefined
  /** Without one, the remark stands in the upper left corner of the trim. */
  readonly box?: Box | undefined
  /** Printed beside the box, in ASCII: the proof embeds no font. */
  readonly label: string
  /** What a reader shows when the remark is opened. */
  readonly text: string
}

const colours: Readonly<Record<FindingSeverity, readonly [number, number, number]>> = {
  error: [0.85, 0.1, 0.1],
  warning: [0.9, 0.5, 0],
  info: [0.1, 0.4, 0.8],
}

/** Size of labels, and how far boxes stand off, in points. */
const [size, pitch, distance] = [5, 6.5, 2]

/**
 * The file with a frame and a label over each place, as annotations (ISO 32000-1, 12.5.6.8): every reader shows, lists
 * and hides them, and the page beneath is untouched. The proof no longer claims PDF/X or PDF/A, that nobody prints it.
 *
 * @param bytes a file that `preflight` could read
 */
export async function annotateProof(bytes: Uint8Array, notes: readonly ProofNote[]): Promise<Uint8Array> {
  const document = await loadPdf(bytes)
  const { catalog, context } = document
  catalog.delete(PDFName.of('Metadata'))
  const info = context.lookup(context.trailerInfo.Info)
  if (info instanceof PDFDict)
    for (const key of ['GTS_PDFXVersion', 'GTS_PDFXConformance']) info.delete(PDFName.of(key))
  const font = context.register(context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' }))
  document.getPages().forEach((page, index) => {
    const own = joinCoincident(notes.filter(({ page: number }) => (number ?? 1) === index + 1))
    if (own.length === 0) return
    const { trim, crop, media } = readBoxes(page)
    const sheet = trim ?? crop ?? media ?? [0, 0, 595, 842]
    const old = page.node.lookup(PDFName.of('Annots'))
    const annotations = old instanceof PDFArray ? old : context.obj([])
    page.node.set(PDFName.of('Annots'), annotations)
    let line = 0
    for (const note of own) {
      // Remarks without a place stand one below the other.
      const top = sheet[3] - 4 - line * pitch
      if (note.box === undefined) line += 1
      const box: Box = note.box ?? [sheet[0] + 4, top - pitch, sheet[0] + 4, top]
      annotations.push(annotate(document, font, note, box))
    }
  })
  return savePdf(document)
}

/** Remarks on the same place become one, in the colour of the gravest: their labels would hide each other. */
function joinCoincident(notes: readonly ProofNote[]): ProofNote[] {
  const ranks: readonly FindingSeverity[] = ['error', 'warning', 'info']
  const joined = new Map<string, ProofNote>()
  for (const note of notes) {
    const key = note.box === undefined ? note.label : note.box.map((edge) => Math.round(edge)).join(' ')
    const first = joined.get(key)
    const severity = ranks.find((rank) => rank === first?.severity || rank === note.severity) ?? note.severity
    joined.set(
      key,
      first === undefined
        ? note
        : {
            ...first,
            severity,
            label: `${first.label} + ${note.label}`,
            text: `${first.text}\n\n${note.text}`,
          },
    )
  }
  return [...joined.values()]
}

function annotate({ context }: PDFDocument, font: PDFRef, note: ProofNote, box: Box): PDFRef {
  const { severity, label, text } = note
  const frame = grow(box, note.box ? distance : 0)
  const width = label.length * size * 0.56 + 4
  const rect: Box = [frame[0], frame[1], Math.max(frame[2], frame[0] + width), frame[3] + pitch]
  const colour = colours[severity].join(' ')
  const [x, y, w, h] = [frame[0] - rect[0], frame[1] - rect[1], frame[2] - frame[0], frame[3] - frame[1]]
  const border = note.box
    ? `${colour} RG 0.75 w ${round(x + 0.4)} ${round(y + 0.4)} ${round(w - 0.8)} ${round(h - 0.8)} re S\n`
    : ''
  const shown = label.replaceAll(/[^\x20-\x7E]/g, ' ').replaceAll(/[\\()]/g, String.raw`\$&`)
  const drawing =
    `${border}${colour} rg 0 ${round(h)} ${round(width)} ${pitch} re f\n` +
    `1 1 1 rg BT /F1 ${size} Tf 2 ${round(h + 1.6)} Td (${shown}) Tj ET\n`
  const appearance = context.register(
    context.flateStream(drawing, {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, round(rect[2] - rect[0]), round(rect[3] - rect[1])],
      Resources: { Font: { F1: font } },
    }),
  )
  return context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Square',
      Rect: rect.map(round),
      C: [...colours[severity]],
      F: 4,
      T: PDFHexString.fromText('Kanben'),
      Contents: PDFHexString.fromText(text),
      AP: { N: appearance },
    }),
  )
}

function round(length: number): number {
  return Math.round(length * 100) / 100
}
