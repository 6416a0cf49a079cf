import { PDFDict, PDFStream, type PDFObject } from '@cantoo/pdf-lib'
import { entry, nameOf, numbersOf } from '../../object/read-object.js'
import { streamBytes } from '../../object/stream-bytes.js'
import { applyGroup } from './apply-group.js'
import { readColourSpace } from './colour-space.js'
import type { Picture } from './mark.js'
import { boxUnder, multiply, readMatrix } from './matrix.js'
import { narrowClip } from './narrow-clip.js'
import { PathBuilder } from './path-builder.js'
import { readPicture } from './read-picture.js'
import type { Scene } from './scene.js'
import { TextPen } from './text-pen.js'

/** Forms within forms. */
const deepest = 20

/** Follows a content stream, with its resources. */
export type Run = (bytes: Uint8Array, resources: PDFDict | undefined) => void

/** An external object (ISO 32000-1, 8.8). */
export function drawObject(
  scene: Scene,
  object: PDFObject | undefined,
  resources: PDFDict | undefined,
  run: Run,
): void {
  if (!(object instanceof PDFStream)) return
  const subtype = nameOf(entry(object, 'Subtype'))
  if (subtype === 'Image') placePicture(scene, readPicture(object, resources))
  else if (subtype === 'PS') scene.remarks.push({ what: 'postscript' })
  else if (subtype === 'Form') drawForm(scene, object, resources, run)
}

export function placePicture(scene: Scene, picture: Picture): void {
  const { matrix, fill } = scene.state
  const painted = scene.within(boxUnder(matrix, [0, 0, 1, 1]), 'fill')
  const paint = picture.space ? { space: picture.space, values: [] } : fill
  if (painted) scene.marks.push({ kind: 'image', paint, picture, matrix, ...painted })
}

/** A form (8.10), also the appearance of an annotation. */
export function drawForm(scene: Scene, form: PDFStream, outer: PDFDict | undefined, run: Run): void {
  if (scene.depth >= deepest) return
  const { base, pen, path } = scene
  const group = entry(form, 'Group')
  scene.save()
  const inner = scene.state
  scene.depth += 1
  inner.matrix = multiply(readMatrix(numbersOf(entry(form, 'Matrix'))), inner.matrix)
  scene.base = inner.matrix
  const bounds = numbersOf(entry(form, 'BBox'))
  scene.path = new PathBuilder()
  scene.pen = new TextPen()
  if (bounds?.length === 4) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = bounds
    scene.path.rectangle(inner.matrix, x0, y0, x1 - x0, y1 - y0)
    inner.clip = narrowClip(inner.clip, scene.path.take(), false)
  }
  const blend = entry(group, 'CS')
  const space = blend && readColourSpace(blend, outer)
  if (space) scene.remarks.push({ what: 'blend-space', detail: space.family })
  const from = scene.marks.length
  const whole = { alpha: inner.alphaFill, blendMode: inner.blendMode, isMasked: inner.isMasked }
  if (group) {
    // The group as a whole takes these (11.6.6); within it they begin anew.
    inner.alphaFill = inner.alphaStroke = 1
    inner.blendMode = 'Normal'
    inner.isMasked = false
  }
  const own = entry(form, 'Resources')
  scene.guard(() => run(streamBytes(form).bytes, own instanceof PDFDict ? own : outer))
  if (group) applyGroup(scene.marks, from, whole)
  scene.depth -= 1
  scene.restore()
  scene.base = base
  scene.pen = pen
  scene.path = path
}
