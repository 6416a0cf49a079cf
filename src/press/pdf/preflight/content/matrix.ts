import type { Box } from '../finding.js'

/** A transformation (ISO 32000-1, 8.3.3): x′ = a·x + c·y + e, y′ = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** As a `Matrix` entry has it; the identity when it is none. */
export function readMatrix(numbers: readonly number[] | undefined): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers?.length === 6 ? numbers : []
  return [a, b, c, d, e, f]
}

/** `first`, then `second`. */
export function multiply(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first
  const [A, B, C, D, E, F] = second
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F]
}

export function transform([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** Absent when the matrix flattens everything to a line. */
export function invert([a, b, c, d, e, f]: Matrix): Matrix | undefined {
  const determinant = a * d - b * c
  if (!(Math.abs(determinant) > 1e-12)) return undefined
  return [
    d / determinant,
    -b / determinant,
    -c / determinant,
    a / determinant,
    (c * f - d * e) / determinant,
    (b * e - a * f) / determinant,
  ]
}

/** The rectangle around a rectangle under a matrix. */
export function boxUnder(matrix: Matrix, [left, bottom, right, top]: Box): Box {
  const corners = [
    transform(matrix, left, bottom),
    transform(matrix, right, bottom),
    transform(matrix, left, top),
    transform(matrix, right, top),
  ]
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** By how much a length grows in the direction in which it grows least: the smaller singular value. */
export function leastScale([a, b, c, d]: Matrix): number {
  const sum = a * a + b * b + c * c + d * d
  const determinant = a * d - b * c
  const root = Math.sqrt(Math.max(0, sum * sum - 4 * determinant * determinant))
  return Math.sqrt(Math.max(0, (sum - root) / 2))
}
