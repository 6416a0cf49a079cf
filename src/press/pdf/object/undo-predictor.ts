import type { PDFObject } from '@cantoo/pdf-lib'
import { entry, numberOf } from './read-object.js'

/** Undoes TIFF's predictor 2 and PNG's filters of Flate and LZW (ISO 32000-1, 7.4.4.4). */
export function undoPredictor(bytes: Uint8Array, parameters: PDFObject | undefined): Uint8Array {
  const predictor = numberOf(entry(parameters, 'Predictor')) ?? 1
  if (predictor < 2) return bytes
  const colours = numberOf(entry(parameters, 'Colors')) ?? 1
  const bits = numberOf(entry(parameters, 'BitsPerComponent')) ?? 8
  const columns = numberOf(entry(parameters, 'Columns')) ?? 1
  const step = Math.max(1, Math.ceil((colours * bits) / 8))
  const length = Math.ceil((colours * bits * columns) / 8)
  return predictor === 2 ? undoTiff(bytes, length, bits === 8 ? step : 0) : undoPng(bytes, length, step)
}

function undoTiff(bytes: Uint8Array, length: number, step: number): Uint8Array {
  // Other depths than 8 bits are rare, and only their figures would be off.
  if (step === 0) return bytes
  const out = Uint8Array.from(bytes)
  for (let row = 0; row + length <= out.length; row += length)
    for (let at = row + step; at < row + length; at += 1) out[at] = (out[at] ?? 0) + (out[at - step] ?? 0)
  return out
}

function undoPng(bytes: Uint8Array, length: number, step: number): Uint8Array {
  const rows = Math.floor(bytes.length / (length + 1))
  const out = new Uint8Array(rows * length)
  for (let row = 0; row < rows; row += 1) {
    const kind = bytes[row * (length + 1)] ?? 0
    const from = row * (length + 1) + 1
    const to = row * length
    for (let at = 0; at < length; at += 1) {
      const left = at < step ? 0 : (out[to + at - step] ?? 0)
      const up = row === 0 ? 0 : (out[to + at - length] ?? 0)
      const corner = at < step || row === 0 ? 0 : (out[to + at - length - step] ?? 0)
      const guess =
        kind === 1
          ? left
          : kind === 2
            ? up
            : kind === 3
              ? (left + up) >> 1
              : kind === 4
                ? paeth(left, up, corner)
                : 0
      out[to + at] = (bytes[from + at] ?? 0) + guess
    }
  }
  return out
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}
