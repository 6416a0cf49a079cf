import { PDFArray, PDFDict, PDFName, type PDFDocument, type PDFPage, type PDFRef } from '@cantoo/pdf-lib'
import { PT_PER_MM, PT_PER_PX, type PageGeometry } from '../../issue/index.js'
import { contentStreams, joinContent } from './object/page-content.js'
import { wholeBytes } from './object/stream-bytes.js'
import { drawMarks } from './draw-marks.js'
import { dropUnreachable } from './drop-unreachable.js'
import { pressBoxes, type Rectangle } from './press-boxes.js'
import type { PressJob } from './press-job.js'
import { savePdf } from './save-pdf.js'
import { setPressBoxes } from './set-press-boxes.js'

const foldLength = 2.5 * PT_PER_MM

export interface CoverSheet {
  /** In mm. */
  readonly spine: number
  readonly hasBack: boolean
}

/**
 * Makes the finished press PDF its cover: one sheet with the back cover, the spine and the front cover from left to right.
 * Each side bleeds on three edges and ends at the spine. Intent, metadata and colours are those of the press PDF.
 *
 * @param document the press PDF without marks
 */
export async function makeCoverSheet(
  document: PDFDocument,
  { spine, hasBack }: CoverSheet,
  job: PressJob,
): Promise<Uint8Array> {
  const pages = document.getPages()
  const [front] = pages
  const back = hasBack ? pages.at(-1) : undefined
  const { trim, bleed } = pressBoxes(job.geometry, false)
  const geometry = sheetGeometry(job.geometry, spine)
  const boxes = pressBoxes(geometry, job.marks.length > 0)
  const width = trim[2] - trim[0]
  const fold = boxes.trim[0] + width
  const sides: [string, PDFRef, number][] = []
  if (back !== undefined)
    sides.push(['KbBack', side(back, [bleed[0], bleed[1], trim[2], bleed[3]]), boxes.trim[0] - trim[0]])
  if (front !== undefined)
    sides.push([
      'KbFront',
      side(front, [trim[0], bleed[1], bleed[2], bleed[3]]),
      fold + spine * PT_PER_MM - trim[0],
    ])
  for (const at of pages.keys()) document.removePage(pages.length - 1 - at)
  const sheet = document.addPage()
  const { context } = document
  const up = boxes.trim[1] - trim[1]
  const drawn = sides.map(([name, , right]) => `q 1 0 0 1 ${round(right)} ${round(up)} cm /${name} Do Q`)
  const objects = context.obj(Object.fromEntries(sides.map(([name, ref]) => [name, ref])))
  sheet.node.set(PDFName.of('Resources'), context.obj({ XObject: objects }))
  sheet.node.set(PDFName.of('Contents'), context.register(context.flateStream(drawn.join('\n'))))
  sheet.node.set(PDFName.of('Group'), context.obj({ Type: 'Group', S: 'Transparency', CS: 'DeviceCMYK' }))
  const sheetJob = { ...job, geometry }
  await setPressBoxes(document, sheetJob)
  await drawMarks(document, sheetJob)
  if (job.marks.includes('crop')) addContent(sheet, foldMarks(boxes.bleed, [fold, fold + spine * PT_PER_MM]))
  dropUnreachable(document)
  return savePdf(document, '1.6')
}

/** The cover laid open. */
function sheetGeometry(geometry: PageGeometry, spine: number): PageGeometry {
  const trimWidthMm = geometry.trimWidthMm * 2 + spine
  const px = PT_PER_MM / PT_PER_PX
  return {
    ...geometry,
    trimWidthMm,
    sheetWidth: (trimWidthMm + geometry.bleedMm * 2) * px,
    sheetHeight: (geometry.trimHeightMm + geometry.bleedMm * 2) * px,
  }
}

/** A page as a form (ISO 32000-1, 8.10) of which a box is seen. */
function side({ node }: PDFPage, box: Rectangle): PDFRef {
  const { context } = node
  const form = context.flateStream(joinContent(contentStreams(node).map(wholeBytes)), {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [...box],
  })
  form.dict.set(PDFName.of('Resources'), node.Resources() ?? context.obj({}))
  const group = node.lookup(PDFName.of('Group'))
  if (group instanceof PDFDict) form.dict.set(PDFName.of('Group'), group)
  return context.register(form)
}

/** Where the sheet is folded: broken lines above and below the edges of the spine, on every plate. */
function foldMarks([, bottom, , top]: Rectangle, edges: readonly number[]): string {
  const lines = edges.flatMap((x) => [
    `${round(x)} ${round(bottom)} m ${round(x)} ${round(bottom - foldLength)} l S`,
    `${round(x)} ${round(top)} m ${round(x)} ${round(top + foldLength)} l S`,
  ])
  return `q /KbAll CS 1 SCN 0.25 w [2 1.5] 0 d\n${lines.join('\n')}\nQ`
}

function addContent({ node }: PDFPage, operators: string): void {
  const { context } = node
  const added = context.register(context.flateStream(operators))
  const own = node.lookup(PDFName.of('Contents'))
  const before = own instanceof PDFArray ? own.asArray() : [node.get(PDFName.of('Contents'))]
  node.set(PDFName.of('Contents'), context.obj([...before.filter((each) => each !== undefined), added]))
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
