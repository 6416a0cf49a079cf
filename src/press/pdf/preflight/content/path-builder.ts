import type { Box } from '../finding.js'
import type { Polygon } from './mark.js'
import { transform, type Matrix } from './matrix.js'
import type { Operand } from './read-operations.js'

/** Straight pieces that a curve is cut into. */
const pieces = 8

/** The current path (ISO 32000-1, 8.5.2), flattened, in points of the page. */
export class PathBuilder {
  private polygons: number[][] = []
  private current: number[] | undefined
  private x = 0
  private y = 0
  private startX = 0
  private startY = 0

  /** Operators that build a path (8.5.2.1). Gives false for any other operator. */
  operate(operator: string, matrix: Matrix, operands: readonly Operand[]): boolean {
    const build = builders.get(operator)
    if (build === undefined) return false
    build(
      this,
      matrix,
      operands.map((operand) => (typeof operand === 'number' ? operand : 0)),
    )
    return true
  }

  move(matrix: Matrix, x: number, y: number): void {
    this.current = [...transform(matrix, x, y)]
    this.polygons.push(this.current)
    this.x = this.startX = x
    this.y = this.startY = y
  }

  line(matrix: Matrix, x: number, y: number): void {
    if (this.current === undefined) return this.move(matrix, x, y)
    this.current.push(...transform(matrix, x, y))
    this.x = x
    this.y = y
  }

  /** A cubic Bézier curve; without the first control point (`v`) it is the current point. */
  curve(
    matrix: Matrix,
    x1: number | undefined,
    y1: number | undefined,
    [x2, y2, x3, y3]: readonly [number, number, number, number],
  ): void {
    const [x0, y0] = [this.x, this.y]
    const [ax, ay] = [x1 ?? x0, y1 ?? y0]
    for (let piece = 1; piece <= pieces; piece += 1) {
      const t = piece / pieces
      const s = 1 - t
      const [k0, k1, k2, k3] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
      this.line(matrix, k0 * x0 + k1 * ax + k2 * x2 + k3 * x3, k0 * y0 + k1 * ay + k2 * y2 + k3 * y3)
    }
  }

  close(): void {
    const [x, y] = this.current ?? []
    if (this.current === undefined || x === undefined || y === undefined) return
    this.current.push(x, y)
    this.current = [x, y]
    this.polygons.push(this.current)
    this.x = this.startX
    this.y = this.startY
  }

  rectangle(matrix: Matrix, x: number, y: number, width: number, height: number): void {
    this.move(matrix, x, y)
    this.line(matrix, x + width, y)
    this.line(matrix, x + width, y + height)
    this.line(matrix, x, y + height)
    this.close()
  }

  /** Takes the path; the next begins empty. Single points are left out. */
  take(): readonly Polygon[] {
    const taken = this.polygons.filter((polygon) => polygon.length > 2)
    this.polygons = []
    this.current = undefined
    return taken
  }
}

type Build = (path: PathBuilder, matrix: Matrix, numbers: readonly number[]) => void

const builders: ReadonlyMap<string, Build> = new Map<string, Build>([
  ['m', (path, matrix, [x = 0, y = 0]) => path.move(matrix, x, y)],
  ['l', (path, matrix, [x = 0, y = 0]) => path.line(matrix, x, y)],
  [
    'c',
    (path, matrix, [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0]) =>
      path.curve(matrix, x1, y1, [x2, y2, x3, y3]),
  ],
  [
    'v',
    (path, matrix, [x2 = 0, y2 = 0, x3 = 0, y3 = 0]) =>
      path.curve(matrix, undefined, undefined, [x2, y2, x3, y3]),
  ],
  ['y', (path, matrix, [x1 = 0, y1 = 0, x3 = 0, y3 = 0]) => path.curve(matrix, x1, y1, [x3, y3, x3, y3])],
  ['h', (path) => path.close()],
  [
    're',
    (path, matrix, [x = 0, y = 0, width = 0, height = 0]) => path.rectangle(matrix, x, y, width, height),
  ],
])

/** The rectangle around polygons; empty ones have none. */
export function boxAround(polygons: readonly Polygon[]): Box | undefined {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const polygon of polygons)
    for (let at = 0; at + 1 < polygon.length; at += 2) {
      const [x = 0, y = 0] = [polygon[at], polygon[at + 1]]
      if (x < left) left = x
      if (x > right) right = x
      if (y < bottom) bottom = y
      if (y > top) top = y
    }
  return left <= right && bottom <= top ? [left, bottom, right, top] : undefined
}

/** Whether the polygons are one upright rectangle. */
export function isUprightRectangle(polygons: readonly Polygon[]): boolean {
  const [polygon, ...others] = polygons
  if (polygon === undefined || others.length > 0 || (polygon.length !== 8 && polygon.length !== 10))
    return false
  const box = boxAround(polygons)
  if (box === undefined) return false
  const isNear = (a: number, b: number) => Math.abs(a - b) < 1e-3
  let turns = 0
  for (let at = 0; at < 8; at += 2) {
    const [x = 0, y = 0] = [polygon[at], polygon[at + 1]]
    if (!(isNear(x, box[0]) || isNear(x, box[2])) || !(isNear(y, box[1]) || isNear(y, box[3]))) return false
    const [nextX = x, nextY = y] = [polygon[(at + 2) % 8], polygon[((at + 2) % 8) + 1]]
    if (isNear(x, nextX) !== isNear(y, nextY)) turns += 1
  }
  return turns === 4
}

/** What two rectangles share; absent when that is nothing. A shared edge is something: a rule has no height. */
export function meet(a: Box, b: Box): Box | undefined {
  const box: Box = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]
  return box[0] <= box[2] && box[1] <= box[3] ? box : undefined
}
