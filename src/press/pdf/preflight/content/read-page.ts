import { PDFDict, PDFStream, type PDFPage } from '@cantoo/pdf-lib'
import type { Box } from '../finding.js'
import { readBoxes } from '../read-boxes.js'
import { readColourSpace } from './colour-space.js'
import { Interpreter } from './interpreter.js'
import type { FontShelf } from './scene.js'
import type { Clip, Mark, Remark } from './mark.js'
import { boxUnder, identity, multiply, readMatrix, type Matrix } from './matrix.js'
import { contentStreams, joinContent } from '../../object/page-content.js'
import { entry, itemsOf, nameOf, numberOf, numbersOf } from '../../object/read-object.js'
import { streamBytes } from '../../object/stream-bytes.js'

export interface PageContent {
  readonly marks: readonly Mark[]
  readonly remarks: readonly Remark[]
}

/** Everything that a page paints, in its order, with the annotations that are printed. */
export function readPage(page: PDFPage, fonts: FontShelf): PageContent {
  const { media } = readBoxes(page)
  const box: Box = media ?? [0, 0, 612, 792]
  const clip: Clip = { parent: undefined, polygons: [], evenOdd: false, box, isBox: true }
  const interpreter = new Interpreter(identity, clip, fonts)
  const { marks, remarks } = interpreter
  const group = entry(page.node, 'Group')
  const resources = page.node.Resources()
  const blend = entry(group, 'CS')
  const space = blend && readColourSpace(blend, resources)
  if (space) remarks.push({ what: 'blend-space', detail: space.family })
  interpreter.guard(() =>
    interpreter.run(joinContent(contentStreams(page.node).map((part) => streamBytes(part).bytes)), resources),
  )
  for (const annotation of itemsOf(entry(page.node, 'Annots')))
    interpreter.guard(() =>
      drawAnnotation(annotation instanceof PDFDict ? annotation : undefined, interpreter, clip),
    )
  return { marks, remarks }
}

/** The normal appearance of an annotation that is printed, fitted into its rectangle (12.5.5). */
function drawAnnotation(
  annotation: PDFDict | undefined,
  { marks, remarks, fonts }: Interpreter,
  clip: Clip,
): void {
  const flags = numberOf(entry(annotation, 'F')) ?? 0
  const [hidden, print] = [2, 4]
  if (annotation === undefined || (flags & hidden) !== 0 || (flags & print) === 0) return
  const normal = entry(entry(annotation, 'AP'), 'N')
  const appearance = normal instanceof PDFDict ? entry(normal, nameOf(entry(annotation, 'AS')) ?? '') : normal
  const rectangle = numbersOf(entry(annotation, 'Rect'))
  const bounds = numbersOf(entry(appearance, 'BBox'))
  if (!(appearance instanceof PDFStream) || rectangle?.length !== 4 || bounds?.length !== 4) return
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = bounds
  const own = boxUnder(readMatrix(numbersOf(entry(appearance, 'Matrix'))), [x0, y0, x1, y1])
  const [left = 0, bottom = 0, right = 0, top = 0] = rectangle
  const wide = own[2] - own[0] === 0 ? 1 : Math.abs(right - left) / (own[2] - own[0])
  const high = own[3] - own[1] === 0 ? 1 : Math.abs(top - bottom) / (own[3] - own[1])
  const fit: Matrix = multiply(
    [1, 0, 0, 1, -own[0], -own[1]],
    [wide, 0, 0, high, Math.min(left, right), Math.min(bottom, top)],
  )
  const inner = new Interpreter(fit, clip, fonts)
  inner.form(appearance, undefined)
  marks.push(...inner.marks)
  remarks.push(...inner.remarks)
}
