/** A stretch of a content stream, in bytes. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** One sequence of marked content with an identifier (ISO 32000-1, 14.6). */
export interface Sequence {
  readonly mcid: number
  /** The operator that begins it, its operands included. */
  readonly begin: Stretch
  /** It shows text, a picture or a form: more than lines and areas. */
  hasMatter: boolean
}

/** What a content stream marks, and what it does not. */
export interface Marks {
  readonly sequences: readonly Sequence[]
  /** Painting outside of marked content: whole text objects, paths from their first point, `Do` and `sh`. */
  readonly unmarked: readonly (Stretch & { readonly xObject?: string | undefined })[]
}

const WHITE = new Uint8Array(256)
const DELIMITER = new Uint8Array(256)
for (const code of [0, 9, 10, 12, 13, 32]) WHITE[code] = 1
for (const character of '()<>[]{}/%') DELIMITER[character.charCodeAt(0)] = 1

/** Operators as numbers: a page has ten thousands of them, and a string for each would take most of the time. */
function code(operator: string): number {
  return [...Buffer.from(operator, 'latin1')].reduce((sum, byte) => sum * 256 + byte, 0)
}

const paint = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's'].map(code))
const show = new Set(['Tj', 'TJ', "'", '"'].map(code))
const [m, re, n, BT, ET, Do, sh, BDC, BMC, EMC, BI] = [
  'm',
  're',
  'n',
  'BT',
  'ET',
  'Do',
  'sh',
  'BDC',
  'BMC',
  'EMC',
  'BI',
].map(code)

interface Open {
  readonly sequence: Sequence | undefined
  readonly isArtifact: boolean
}

/**
 * Reads the marked content of a stream without interpreting anything else.
 *
 * @throws Error when marks do not pair
 */
export function readMarks(bytes: Uint8Array): Marks {
  const sequences: Sequence[] = []
  const unmarked: (Stretch & { xObject?: string })[] = []
  const open: Open[] = []
  let at = 0
  let operands = -1
  let path = -1
  let text = -1
  let shows = false
  let name: Stretch | undefined
  let tag: Stretch | undefined
  let dictionary: Stretch | undefined

  const isMarked = () => open.some(({ sequence, isArtifact }) => sequence !== undefined || isArtifact)
  const matter = () => {
    const inner = open.findLast(({ sequence }) => sequence !== undefined)
    if (inner?.sequence) inner.sequence.hasMatter = true
  }
  const leave = (start: number, end: number, xObject?: string) => {
    if (!isMarked()) unmarked.push(xObject === undefined ? { start, end } : { start, end, xObject })
  }

  const operate = (operator: number, start: number, end: number): void => {
    if (operator === m || operator === re) {
      if (path < 0) path = start
    } else if (paint.has(operator)) {
      if (path >= 0) leave(path, end)
      path = -1
    } else if (operator === n) path = -1
    else if (operator === BT) {
      text = start
      shows = false
    } else if (show.has(operator)) {
      shows = true
      matter()
    } else if (operator === ET) {
      if (shows) leave(text, end)
    } else if (operator === Do) {
      matter()
      leave(start, end, name && latin(bytes, name.start + 1, name.end))
    } else if (operator === sh) {
      matter()
      leave(start, end)
    } else if (operator === BDC || operator === BMC) {
      const mcid = dictionary && /\/MCID\s+(\d+)/.exec(latin(bytes, dictionary.start, dictionary.end))?.[1]
      const sequence =
        mcid === undefined ? undefined : { mcid: Number(mcid), begin: { start, end }, hasMatter: false }
      if (sequence) sequences.push(sequence)
      const isArtifact = tag !== undefined && latin(bytes, tag.start, tag.end) === '/Artifact'
      open.push({ sequence, isArtifact })
    } else if (operator === EMC) {
      if (open.pop() === undefined)
        throw new Error('A content stream ends marked content that it has not begun')
    } else if (operator === BI) at = afterInlineImage(bytes, at)
  }

  while (at < bytes.length) {
    const byte = bytes[at] ?? 0
    if (WHITE[byte]) {
      at += 1
      continue
    }
    if (byte === 0x25) {
      at = after(bytes, at, (other) => other === 10 || other === 13)
      continue
    }
    const start = at
    if (byte === 0x28) at = afterString(bytes, at)
    else if (byte === 0x3c && bytes[at + 1] === 0x3c) {
      at = afterDictionary(bytes, at)
      dictionary = { start, end: at }
    } else if (byte === 0x3c) at = after(bytes, at, (other) => other === 0x3e) + 1
    else if (
      byte === 0x5b ||
      byte === 0x5d ||
      byte === 0x3e ||
      byte === 0x7b ||
      byte === 0x7d ||
      byte === 0x29
    )
      at += 1
    else if (byte === 0x2f) {
      at = afterRegular(bytes, at + 1)
      name = { start, end: at }
      if (operands < 0) tag = name
    } else {
      at = afterRegular(bytes, at)
      const isOperator = (byte >= 0x41 && byte <= 0x7a) || byte === 0x27 || byte === 0x22
      if (isOperator) {
        operate(operatorAt(bytes, start, at), operands < 0 ? start : operands, at)
        operands = -1
        name = undefined
        tag = undefined
        dictionary = undefined
        continue
      }
    }
    if (operands < 0) operands = start
  }
  if (open.length > 0) throw new Error('A content stream ends within marked content')
  return { sequences, unmarked }
}

function operatorAt(bytes: Uint8Array, start: number, end: number): number {
  let operator = 0
  for (let at = start; at < end && at < start + 4; at += 1) operator = operator * 256 + (bytes[at] ?? 0)
  return operator
}

function latin(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  for (let at = start; at < end; at += 1) text += String.fromCharCode(bytes[at] ?? 0)
  return text
}

function after(bytes: Uint8Array, from: number, isEnd: (code: number) => boolean): number {
  let at = from
  while (at < bytes.length && !isEnd(bytes[at] ?? 0)) at += 1
  return at
}

function afterRegular(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length && !WHITE[bytes[at] ?? 0] && !DELIMITER[bytes[at] ?? 0]) at += 1
  return Math.max(at, from)
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

/** After `EI` that stands between white space (8.9.7). */
function afterInlineImage(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 2 < bytes.length; at += 1) {
    const isEnd = bytes[at] === 0x45 && bytes[at + 1] === 0x49
    if (isEnd && WHITE[bytes[at - 1] ?? 0] && (at + 2 >= bytes.length || WHITE[bytes[at + 2] ?? 32]))
      return at + 2
  }
  return bytes.length
}
