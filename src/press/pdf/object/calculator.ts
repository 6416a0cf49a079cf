type Value = number | boolean
type Step = (stack: Value[]) => void

/**
 * Makes a calculator function (ISO 32000-1, 7.10.5), a small program of PostScript, callable.
 *
 * What has no result, as a division by nothing, is 0; no program takes more room than its stack.
 *
 * @throws Error for an operator that these programs have not, or braces that do not pair
 */
export function compileCalculator(source: string): (inputs: readonly number[]) => readonly number[] {
  const tokens = source.replaceAll(/%[^\r\n]*/g, ' ').match(/[{}]|[^\s{}]+/g) ?? []
  if (tokens.shift() !== '{') throw new Error('A calculator function does not begin with a brace')
  const program = compileBlock(tokens)
  return (inputs) => {
    const stack: Value[] = [...inputs]
    program(stack)
    return stack.map(Number)
  }
}

function compileBlock(tokens: string[]): Step {
  const steps: Step[] = []
  const blocks: Step[] = []
  for (;;) {
    const token = tokens.shift()
    if (token === undefined) throw new Error('A calculator function ends within a block')
    if (token === '}') break
    if (token === '{') blocks.push(compileBlock(tokens))
    else if (token === 'if') steps.push(branch(blocks.pop(), undefined))
    else if (token === 'ifelse') {
      const otherwise = blocks.pop()
      steps.push(branch(blocks.pop(), otherwise))
    } else steps.push(stepOf(token))
  }
  return (stack) => {
    for (const step of steps) step(stack)
  }
}

function branch(then: Step | undefined, otherwise: Step | undefined): Step {
  if (then === undefined) throw new Error('A calculator function branches without a block')
  return (stack) => {
    if (stack.pop()) then(stack)
    else otherwise?.(stack)
  }
}

function stepOf(token: string): Step {
  const number = Number(token)
  if (!Number.isNaN(number)) return (stack) => void stack.push(number)
  const step = Object.hasOwn(steps, token) ? steps[token] : undefined
  if (step === undefined) throw new Error(`A calculator function has the operator ${token}`)
  return step
}

const one =
  (apply: (x: number) => Value): Step =>
  (stack) =>
    void stack.push(apply(Number(stack.pop())))

const two =
  (apply: (x: number, y: number) => Value): Step =>
  (stack) => {
    const y = Number(stack.pop())
    const x = Number(stack.pop())
    stack.push(apply(x, y))
  }

/** Logical of truth values, bitwise of numbers. */
const logic =
  (truth: (x: boolean, y: boolean) => boolean, bits: (x: number, y: number) => number): Step =>
  (stack) => {
    const y = stack.pop() ?? 0
    const x = stack.pop() ?? 0
    stack.push(typeof x === 'boolean' || typeof y === 'boolean' ? truth(Boolean(x), Boolean(y)) : bits(x, y))
  }

const degrees = 180 / Math.PI

const steps: Readonly<Record<string, Step>> = {
  abs: one(Math.abs),
  add: two((x, y) => x + y),
  // From 0 to 360 degrees.
  atan: two((x, y) => (Math.atan2(x, y) * degrees + 360) % 360),
  ceiling: one(Math.ceil),
  cos: one((x) => Math.cos(x / degrees)),
  cvi: one(Math.trunc),
  cvr: one((x) => x),
  bitshift: two((x, y) => (y >= 0 ? x << y : x >> -y)),
  div: two((x, y) => (y === 0 ? 0 : x / y)),
  exp: two((x, y) => x ** y),
  floor: one(Math.floor),
  idiv: two((x, y) => (y === 0 ? 0 : Math.trunc(x / y))),
  ln: one(Math.log),
  log: one(Math.log10),
  mod: two((x, y) => (y === 0 ? 0 : x % y)),
  mul: two((x, y) => x * y),
  neg: one((x) => -x),
  round: one((x) => Math.floor(x + 0.5)),
  sin: one((x) => Math.sin(x / degrees)),
  sqrt: one((x) => Math.sqrt(Math.max(0, x))),
  sub: two((x, y) => x - y),
  truncate: one(Math.trunc),
  eq: two((x, y) => x === y),
  ne: two((x, y) => x !== y),
  ge: two((x, y) => x >= y),
  gt: two((x, y) => x > y),
  le: two((x, y) => x <= y),
  lt: two((x, y) => x < y),
  and: logic(
    (x, y) => x && y,
    (x, y) => x & y,
  ),
  or: logic(
    (x, y) => x || y,
    (x, y) => x | y,
  ),
  xor: logic(
    (x, y) => x !== y,
    (x, y) => x ^ y,
  ),
  not: (stack) => {
    const x = stack.pop() ?? 0
    stack.push(typeof x === 'boolean' ? !x : ~x)
  },
  true: (stack) => void stack.push(true),
  false: (stack) => void stack.push(false),
  pop: (stack) => void stack.pop(),
  exch: (stack) => {
    const y = stack.pop() ?? 0
    const x = stack.pop() ?? 0
    stack.push(y, x)
  },
  dup: (stack) => void stack.push(stack.at(-1) ?? 0),
  copy: (stack) => {
    const count = Number(stack.pop())
    if (count > 0) stack.push(...stack.slice(-count))
  },
  index: (stack) => {
    const at = Number(stack.pop())
    stack.push(stack.at(-1 - at) ?? 0)
  },
  roll: (stack) => {
    const by = Number(stack.pop())
    const count = Number(stack.pop())
    if (!(count > 0 && count <= stack.length)) return
    const shift = ((by % count) + count) % count
    const base = stack.length - count
    // One place at a time: programs roll three or four values by one.
    for (let turn = 0; turn < shift; turn += 1) {
      const last = stack[stack.length - 1] ?? 0
      for (let at = stack.length - 1; at > base; at -= 1) stack[at] = stack[at - 1] ?? 0
      stack[base] = last
    }
  },
}
