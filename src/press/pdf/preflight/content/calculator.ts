import type { PdfFunction } from './pdf-function.js'

type Word = number | string | readonly Word[]

/** Operators of a PostScript calculator function (ISO 32000-1, 7.10.5, table 42) on two numbers, and on one. */
const two: Readonly<Record<string, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => (b === 0 ? 0 : a / b),
  idiv: (a, b) => (b === 0 ? 0 : Math.trunc(a / b)),
  mod: (a, b) => (b === 0 ? 0 : a % b),
  exp: (a, b) => a ** b,
  atan: (a, b) => ((Math.atan2(a, b) * 180) / Math.PI + 360) % 360,
  eq: (a, b) => Number(a === b),
  ne: (a, b) => Number(a !== b),
  gt: (a, b) => Number(a > b),
  ge: (a, b) => Number(a >= b),
  lt: (a, b) => Number(a < b),
  le: (a, b) => Number(a <= b),
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
  bitshift: (a, b) => (b >= 0 ? a << b : a >> -b),
}

const one: Readonly<Record<string, (a: number) => number>> = {
  neg: (a) => -a,
  abs: Math.abs,
  sqrt: (a) => Math.sqrt(Math.max(0, a)),
  sin: (a) => Math.sin((a * Math.PI) / 180),
  cos: (a) => Math.cos((a * Math.PI) / 180),
  ln: Math.log,
  log: Math.log10,
  cvi: Math.trunc,
  cvr: (a) => a,
  truncate: Math.trunc,
  floor: Math.floor,
  ceiling: Math.ceil,
  round: (a) => Math.floor(a + 0.5),
  // Truth is a number here, 0 or 1.
  not: (a) => (a === 0 ? 1 : a === 1 ? 0 : ~a),
}

/** Reads a calculator function. Absent when its braces do not pair. */
export function readCalculator(program: string, outputs: number): PdfFunction | undefined {
  const words = program.replaceAll(/%[^\r\n]*/g, ' ').match(/[{}]|[^\s{}]+/g) ?? []
  const stack: Word[][] = [[]]
  for (const word of words) {
    if (word === '{') stack.push([])
    else if (word === '}') {
      const block = stack.pop()
      if (block === undefined || stack.length === 0) return undefined
      stack.at(-1)?.push(block)
    } else stack.at(-1)?.push(/^[-+.\d]/.test(word) ? Number.parseFloat(word) : word)
  }
  const body = stack[0]?.[0]
  if (stack.length !== 1 || !Array.isArray(body)) return undefined
  return (input) => {
    const values = [...input]
    run(body, values)
    return Array.from({ length: outputs }, (_, at) => values.at(at - outputs) ?? 0)
  }
}

function run(body: readonly Word[], values: number[]): void {
  for (const [at, word] of body.entries()) {
    const last = () => values.pop() ?? 0
    if (typeof word === 'number') values.push(word)
    else if (typeof word !== 'string') continue
    else if (word in two) {
      const b = last()
      values.push(two[word]?.(last(), b) ?? 0)
    } else if (word in one) values.push(one[word]?.(last()) ?? 0)
    else if (word === 'true' || word === 'false') values.push(Number(word === 'true'))
    else if (word === 'pop') last()
    else if (word === 'dup') values.push(values.at(-1) ?? 0)
    else if (word === 'exch') values.push(last(), last())
    else if (word === 'index') values.push(values.at(-1 - last()) ?? 0)
    else if (word === 'copy') {
      const count = last()
      if (count > 0) values.push(...values.slice(-count))
    } else if (word === 'roll') roll(values, last(), last())
    else if (word === 'if' || word === 'ifelse') {
      const isTrue = last() !== 0
      const chosen = body[word === 'if' ? at - 1 : isTrue ? at - 2 : at - 1]
      if ((isTrue || word === 'ifelse') && Array.isArray(chosen)) run(chosen, values)
    }
  }
}

function roll(values: number[], by: number, count: number): void {
  if (count <= 0 || count > values.length) return
  const part = values.splice(-count)
  const shift = ((by % count) + count) % count
  values.push(...part.slice(count - shift), ...part.slice(0, count - shift))
}
