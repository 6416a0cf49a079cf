import { delimiter, findImageEnd, white } from './content-characters.js'

/** An operator as a number: a page has ten thousands of them, and a string for each would take most of the time. */
export function operatorCode(operator: string): number {
  let sum = 0
  for (let at = 0; at < operator.length; at += 1) sum = sum * 256 + operator.charCodeAt(at)
  return sum
}

/** The operands before an operator; brackets of arrays are passed over, what stands in them counts. */
export class Operands {
  count = 0
  readonly #bytes: Uint8Array
  readonly #starts: number[] = []
  readonly #ends: number[] = []

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  push(start: number, end: number): void {
    this.#starts[this.count] = start
    this.#ends[this.count] = end
    this.count += 1
  }

  /** Counted from the last one, which is 1. @returns `NaN` for what is no number */
  number(fromEnd: number): number {
    const at = this.count - fromEnd
    return at < 0 ? Number.NaN : readNumber(this.#bytes, this.#starts[at] ?? 0, this.#ends[at] ?? 0)
  }

  /** As it stands, counted from the last one, which is 1. */
  source(fromEnd: number): string | undefined {
    const at = this.count - fromEnd
    const start = this.#starts[at]
    return start === undefined
      ? undefined
      : Buffer.from(this.#bytes.subarray(start, this.#ends[at])).toString('latin1')
  }

  /** A name without its slash, counted from the last one, which is 1; escapes are left as they stand. */
  name(fromEnd: number): string | undefined {
    const at = this.count - fromEnd
    const start = this.#starts[at]
    if (start === undefined || this.#bytes[start] !== 0x2f) return undefined
    return Buffer.from(this.#bytes.subarray(start + 1, this.#ends[at])).toString('latin1')
  }
}

/** Told of each operator with its operands, and where both together stand. */
export type OperatorVisitor = (operator: number, operands: Operands, start: number, end: number) => void

const inlineImage = operatorCode('BI')

/**
 * Reads a content stream (ISO 32000-1, 7.8.2) operator by operator. Strings and dictionaries are operands that nothing looks
 * into; an inline image is one operator, `BI`, up to the end of its `EI`.
 *
 * Whoever rewrites content needs places in it and seldom a value, so that nothing is made for the ten thousands of operands
 * of a page. Preflight needs the values, strings and arrays among them, also of damaged content: `readOperations`. Both see
 * the same operators.
 */
export function scanContent(bytes: Uint8Array, visit: OperatorVisitor): void {
  const operands = new Operands(bytes)
  const { length } = bytes
  let first = -1
  let at = 0
  while (at < length) {
    const byte = bytes[at] ?? 0
    if (white[byte]) {
      at += 1
      continue
    }
    const start = at
    if (byte === 0x25) {
      while (at < length && bytes[at] !== 10 && bytes[at] !== 13) at += 1
      continue
    }
    if (byte === 0x28) at = afterString(bytes, at)
    else if (byte === 0x3c && bytes[at + 1] === 0x3c) at = afterDictionary(bytes, at)
    else if (byte === 0x3c) {
      while (at < length && bytes[at] !== 0x3e) at += 1
      at += 1
    } else if (byte === 0x2f) at = afterRegular(bytes, at + 1)
    else if (delimiter[byte]) {
      at += 1
      if (first < 0) first = start
      continue
    } else {
      at = afterRegular(bytes, at)
      if ((byte >= 0x41 && byte <= 0x7a) || byte === 0x27 || byte === 0x22) {
        let operator = 0
        for (let each = start; each < at && each < start + 4; each += 1)
          operator = operator * 256 + (bytes[each] ?? 0)
        if (operator === inlineImage) at = Math.min(bytes.length, findImageEnd(bytes, at) + 2)
        visit(operator, operands, first < 0 ? start : first, at)
        operands.count = 0
        first = -1
        continue
      }
    }
    operands.push(start, at)
    if (first < 0) first = start
  }
}

function readNumber(bytes: Uint8Array, start: number, end: number): number {
  let value = 0
  let scale = 0
  let sign = 1
  let at = start
  if (bytes[at] === 0x2d) {
    sign = -1
    at += 1
  } else if (bytes[at] === 0x2b) at += 1
  if (at >= end) return Number.NaN
  for (; at < end; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === 0x2e && scale === 0) scale = 1
    else if (byte >= 0x30 && byte <= 0x39) {
      value = value * 10 + byte - 0x30
      scale *= 10
    } else return Number.NaN
  }
  return scale > 1 ? (sign * value) / scale : sign * value
}

function afterRegular(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length && !white[bytes[at] ?? 0] && !delimiter[bytes[at] ?? 0]) at += 1
  return at
}

function afterString(bytes: Uint8Array, from: number): number {
  let depth = 0
  let at = from
  for (; at < bytes.length; at += 1) {
    const code = bytes[at]
    if (code === 0x5c) at += 1
    else if (code === 0x28) depth += 1
    else if (code === 0x29) {
      depth -= 1
      if (depth === 0) break
    }
  }
  return at + 1
}

function afterDictionary(bytes: Uint8Array, from: number): number {
  let depth = 0
  let at = from
  while (at < bytes.length) {
    if (bytes[at] === 0x28) at = afterString(bytes, at)
    else if (bytes[at] === 0x3c && bytes[at + 1] === 0x3c) {
      depth += 1
      at += 2
    } else if (bytes[at] === 0x3e && bytes[at + 1] === 0x3e) {
      depth -= 1
      at += 2
      if (depth === 0) break
    } else at += 1
  }
  return at
}
