import { leastScale } from './matrix.js'
import { narrowClip } from './narrow-clip.js'
import { boxAround } from './path-builder.js'
import type { Scene } from './scene.js'

/** What a path-painting operator does with the path (ISO 32000-1, table 60). */
export interface PathPainting {
  readonly closes?: boolean
  readonly fills?: boolean
  readonly strokes?: boolean
  readonly evenOdd?: boolean
}

export const pathPaintings: ReadonlyMap<string, PathPainting> = new Map([
  ['n', {}],
  ['f', { fills: true }],
  ['F', { fills: true }],
  ['f*', { fills: true, evenOdd: true }],
  ['s', { closes: true, strokes: true }],
  ['S', { strokes: true }],
  ['b', { closes: true, fills: true, strokes: true }],
  ['b*', { closes: true, fills: true, strokes: true, evenOdd: true }],
  ['B', { fills: true, strokes: true }],
  ['B*', { fills: true, strokes: true, evenOdd: true }],
])

/** Paints the path and ends it; then it clips, if it was to (8.5.4). */
export function paintPath(
  scene: Scene,
  { closes = false, fills = false, strokes = false, evenOdd = false }: PathPainting,
): void {
  if (closes) scene.path.close()
  const polygons = scene.path.take()
  const box = boxAround(polygons)
  const { state, marks } = scene
  if (box && fills) {
    const painted = scene.within(box, 'fill')
    if (painted) marks.push({ kind: 'fill', paint: state.fill, polygons, evenOdd, ...painted })
  }
  if (box && strokes) {
    const width = state.lineWidth * leastScale(state.matrix)
    const half = width / 2
    const painted = scene.within([box[0] - half, box[1] - half, box[2] + half, box[3] + half], 'stroke')
    if (painted) marks.push({ kind: 'stroke', paint: state.stroke, polygons, width, ...painted })
  }
  if (scene.clipRule) state.clip = narrowClip(state.clip, polygons, scene.clipRule === 'evenodd')
  scene.clipRule = undefined
}
