import { operatorCode as code, scanContent, type Operands } from './scan-content.js'

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
  /** The operator that ends it. */
  end: Stretch
  /** It shows text, a picture or a form: more than lines and areas. */
  hasMatter: boolean
}

/** What a content stream marks, and what it does not. */
export interface Marks {
  readonly sequences: readonly Sequence[]
  /** Painting outside of marked content: whole text objects, paths from their first point, `Do` and `sh`. */
  readonly unmarked: readonly Unmarked[]
}

export type Unmarked = Stretch & {
  readonly xObject?: string | undefined
  readonly isText?: boolean | undefined
}

const paint = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's'].map(code))
const show = new Set(['Tj', 'TJ', "'", '"'].map(code))
const [m, re, n, BT, ET, Do, sh, BDC, BMC, EMC] = [
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
  const unmarked: Unmarked[] = []
  const open: Open[] = []
  let path = -1
  let text = -1
  let shows = false

  const isMarked = () => open.some(({ sequence, isArtifact }) => sequence !== undefined || isArtifact)
  const matter = () => {
    const inner = open.findLast(({ sequence }) => sequence !== undefined)
    if (inner?.sequence) inner.sequence.hasMatter = true
  }
  const leave = (start: number, end: number, what: Omit<Unmarked, keyof Stretch> = {}) => {
    if (!isMarked()) unmarked.push({ start, end, ...what })
  }

  scanContent(bytes, (operator, operands, start, end) => {
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
      if (shows) leave(text, end, { isText: true })
    } else if (operator === Do) {
      matter()
      leave(start, end, { xObject: operands.name(1) })
    } else if (operator === sh) {
      matter()
      leave(start, end)
    } else if (operator === BDC || operator === BMC) {
      const mcid = operator === BDC ? identifier(operands) : undefined
      const sequence =
        mcid === undefined
          ? undefined
          : { mcid, begin: { start, end }, end: { start: end, end }, hasMatter: false }
      if (sequence) sequences.push(sequence)
      const isArtifact = operands.name(operator === BDC ? 2 : 1) === 'Artifact'
      open.push({ sequence, isArtifact })
    } else if (operator === EMC) {
      const closed = open.pop()
      if (closed?.sequence) closed.sequence.end = { start, end }
      if (closed === undefined) throw new Error('A content stream ends marked content that it has not begun')
    }
  })
  if (open.length > 0) throw new Error('A content stream ends within marked content')
  return { sequences, unmarked }
}

/** The identifier in the property list of a `BDC` (14.6.2). */
function identifier(operands: Operands): number | undefined {
  const mcid = /\/MCID\s+(\d+)/.exec(operands.source(1) ?? '')?.[1]
  return mcid === undefined ? undefined : Number(mcid)
}
