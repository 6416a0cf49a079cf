import { delimiter, findImageEnd, white } from '../../content-characters.js'

/** A name as an operand; strings are bytes. */
export interface Name {
  readonly name: string
}

export type Operand = number | boolean | null | Name | Uint8Array | Operand[] | Map<string, Operand>

/** Told of every operator with its operands. An inline image is one `EI` with its dictionary and its bytes. */
export type OnOperation = (operator: string, operands: readonly Operand[]) => void

/** Nesting of arrays and dictionaries that no honest file needs. */
const deepest = 64

/**
 * Reads a content stream (ISO 32000-1, 7.8.2) as a viewer does: what is no object and no operator is passed over. See
 * `scanContent` for places in place of values.
 */
export function readOperations(bytes: Uint8Array, operate: OnOperation): void {
  const reader = new Reader(bytes)
  let operands: Operand[] = []
  for (;;) {
    const token = reader.next()
    if (token === undefined) return
    if (!(token instanceof Operator)) {
      operands.push(token)
      continue
    }
    if (token.name === 'BI') reader.inlineImage(operate)
    else operate(token.name, operands)
    operands = []
  }
}

class Operator {
  constructor(readonly name: string) {}
}

class Reader {
  private at = 0
  constructor(private readonly bytes: Uint8Array) {}

  next(depth = 0): Operand | Operator | undefined {
    const { bytes } = this
    for (;;) {
      while (white[this.peek()] && this.at < bytes.length) this.at += 1
      if (this.at >= bytes.length) return undefined
      const byte = this.peek()
      if (byte === 0x25)
        while (this.at < bytes.length && this.peek() !== 10 && this.peek() !== 13) this.at += 1
      else if (byte === 0x2f) return { name: this.name() }
      else if (byte === 0x28) return this.string()
      else if (byte === 0x3c && bytes[this.at + 1] === 0x3c) return this.dictionary(depth)
      else if (byte === 0x3c) return this.hexadecimal()
      else if (byte === 0x5b) return this.array(depth)
      else if (delimiter[byte]) this.at += 1
      else return this.word()
    }
  }

  inlineImage(operate: OnOperation): void {
    const dictionary = new Map<string, Operand>()
    for (;;) {
      const key = this.next()
      if (key === undefined || (key instanceof Operator && key.name === 'ID')) break
      const value = this.next()
      if (value === undefined || value instanceof Operator) break
      if (typeof key === 'object' && key !== null && 'name' in key) dictionary.set(key.name, value)
    }
    // One white-space character after ID.
    const start = this.at + 1
    this.at = findImageEnd(this.bytes, start)
    operate('EI', [dictionary, this.bytes.subarray(start, Math.max(start, this.at - 1))])
    this.at += 2
  }

  private peek(): number {
    return this.bytes[this.at] ?? 0
  }

  private regular(): string {
    let text = ''
    while (this.at < this.bytes.length && !white[this.peek()] && !delimiter[this.peek()])
      text += String.fromCharCode(this.bytes[this.at++] ?? 0)
    return text
  }

  private name(): string {
    this.at += 1
    return this.regular().replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
  }

  private word(): Operand | Operator {
    const word = this.regular()
    const first = word.charCodeAt(0)
    const isNumber = (first >= 0x30 && first <= 0x39) || first === 0x2b || first === 0x2d || first === 0x2e
    // A number with a stray sign within it counts as far as it goes, as in other readers.
    if (isNumber) return Number.parseFloat(word) || 0
    if (word === 'true') return true
    if (word === 'false') return false
    return word === 'null' ? null : new Operator(word)
  }

  private array(depth: number): Operand[] {
    this.at += 1
    const items: Operand[] = []
    for (;;) {
      while (white[this.peek()] && this.at < this.bytes.length) this.at += 1
      if (this.at >= this.bytes.length || depth > deepest) return items
      if (this.peek() === 0x5d) {
        this.at += 1
        return items
      }
      const item = this.next(depth + 1)
      if (item !== undefined && !(item instanceof Operator)) items.push(item)
    }
  }

  private dictionary(depth: number): Map<string, Operand> {
    this.at += 2
    const entries = new Map<string, Operand>()
    for (;;) {
      while (white[this.peek()] && this.at < this.bytes.length) this.at += 1
      if (this.at >= this.bytes.length || depth > deepest) return entries
      if (this.peek() === 0x3e) {
        this.at += 2
        return entries
      }
      const key = this.next(depth + 1)
      if (this.peek() === 0x3e && !(typeof key === 'object' && key !== null && 'name' in key)) continue
      const value = this.next(depth + 1)
      const isPair = typeof key === 'object' && key !== null && 'name' in key && !(key instanceof Operator)
      if (isPair && value !== undefined && !(value instanceof Operator)) entries.set(key.name, value)
    }
  }

  private hexadecimal(): Uint8Array {
    this.at += 1
    let digits = ''
    while (this.at < this.bytes.length && this.peek() !== 0x3e) {
      const character = String.fromCharCode(this.bytes[this.at++] ?? 0)
      if (/[0-9A-Fa-f]/.test(character)) digits += character
    }
    this.at += 1
    if (digits.length % 2 === 1) digits += '0'
    return Uint8Array.from({ length: digits.length / 2 }, (_, at) =>
      Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16),
    )
  }

  private string(): Uint8Array {
    const codes: number[] = []
    let depth = 1
    this.at += 1
    while (this.at < this.bytes.length) {
      const code = this.bytes[this.at++] ?? 0
      if (code === 0x5c) {
        this.escape(codes)
        continue
      }
      if (code === 0x28) depth += 1
      else if (code === 0x29 && --depth === 0) break
      codes.push(code)
    }
    return Uint8Array.from(codes)
  }

  /** After a backslash (7.3.4.2, table 3). */
  private escape(codes: number[]): void {
    const code = this.bytes[this.at++] ?? 0
    const plain = { n: 10, r: 13, t: 9, b: 8, f: 12 }[String.fromCharCode(code)]
    if (plain !== undefined) codes.push(plain)
    else if (code === 13) this.at += this.peek() === 10 ? 1 : 0
    else if (code >= 0x30 && code <= 0x37) {
      let value = code - 0x30
      for (let digits = 1; digits < 3 && this.peek() >= 0x30 && this.peek() <= 0x37; digits += 1)
        value = value * 8 + (this.bytes[this.at++] ?? 0) - 0x30
      codes.push(value & 0xff)
    } else if (code !== 10) codes.push(code)
  }
}
