import type { Cmyk, Ink, InkMixer, Rgb } from './ink-mixer.js'
import type { SpotPlate } from './spot-plate.js'
import { operatorCode, scanContent, type Operands } from '../scan-content.js'

/** What a stream is read for: ink on paper, or how much shows through a mask of luminosity (ISO 32000-1, 11.5.3). */
export type ContentMode = 'ink' | 'luminosity'

export interface ContentScope {
  readonly mode: ContentMode
  /** Points that one unit of the stream's space measures on the page. */
  readonly scale: number
  /** Whether a name of the resources' `ColorSpace` is a space of red, green and blue. */
  readonly isRgbSpace: (name: string) => boolean
}

export interface ConvertedContent {
  readonly bytes: Uint8Array
  /** Named in the stream, so that its resources must have them. */
  readonly states: ReadonlySet<OverprintState>
  /** Plates whose colour spaces the stream names. */
  readonly plates: ReadonlySet<SpotPlate>
  /** XObjects and patterns that are painted, with the points that one unit measures there. */
  readonly used: ReadonlyMap<string, number>
}

/** Graphics states that the resources of a stream get. */
export type OverprintState = 'KbOverprint' | 'KbKnockout'

/** Size in points up to which black text is printed over what lies beneath. */
const smallText = 24
/** Width in points up to which a black line is. */
const thinRule = 3

const code = (...operators: string[]): number[] => operators.map(operatorCode)
const [q, Q, cm, BT, Tm, Tf, w, gs, Do, sh, BI, rg, RG, g, G, k, K, cs, CS, sc, SC, scn, SCN] = code(
  'q',
  'Q',
  'cm',
  'BT',
  'Tm',
  'Tf',
  'w',
  'gs',
  'Do',
  'sh',
  'BI',
  'rg',
  'RG',
  'g',
  'G',
  'k',
  'K',
  'cs',
  'CS',
  'sc',
  'SC',
  'scn',
  'SCN',
)
const show = new Set(code('Tj', 'TJ', "'", '"'))
const fill = new Set(code('f', 'F', 'f*'))
const stroke = new Set(code('S', 's'))
const both = new Set(code('B', 'B*', 'b', 'b*'))
const point = new Map([
  [operatorCode('m'), 2],
  [operatorCode('l'), 2],
  [operatorCode('c'), 6],
  [operatorCode('v'), 4],
  [operatorCode('y'), 4],
])
const re = operatorCode('re')
const n = operatorCode('n')

interface GraphicsState {
  scale: number
  isFillBlack: boolean
  isStrokeBlack: boolean
  isFillRgb: boolean
  isStrokeRgb: boolean
  isOver: boolean
  fontSize: number
  lineWidth: number
}

/**
 * Rewrites a content stream (ISO 32000-1, 8.6.8): every operator that sets a colour of red, green and blue sets ink in its
 * place, a spot colour by its own colour space (8.6.6.4); small text and thin lines of black alone overprint (8.6.7). All else keeps its bytes.
 *
 * @throws Error for an inline image: Chromium writes none
 */
export function convertContent(bytes: Uint8Array, scope: ContentScope, mixer: InkMixer): ConvertedContent {
  const pieces: Uint8Array[] = []
  const states = new Set<OverprintState>()
  const plates = new Set<SpotPlate>()
  const used = new Map<string, number>()
  const saved: GraphicsState[] = []
  let state: GraphicsState = {
    scale: scope.scale,
    isFillBlack: true,
    isStrokeBlack: true,
    isFillRgb: false,
    isStrokeRgb: false,
    isOver: false,
    fontSize: 0,
    lineWidth: 1,
  }
  let copied = 0
  let textScale = 1
  let path = new Path()

  const put = (text: string, start: number, end: number) => {
    pieces.push(bytes.subarray(copied, start), Buffer.from(text, 'latin1'))
    copied = end
  }
  const overprint = (isWanted: boolean, at: number) => {
    if (scope.mode !== 'ink' || isWanted === state.isOver) return
    const name = isWanted ? 'KbOverprint' : 'KbKnockout'
    states.add(name)
    put(`/${name} gs\n`, at, at)
    state.isOver = isWanted
  }
  const setColour = (rgb: Rgb, isStroke: boolean): string => {
    if (scope.mode === 'luminosity') return `${digits(luminosity(rgb))} ${isStroke ? 'G' : 'g'}`
    const { cmyk, spot } = mixer.ink(rgb)
    setBlack(spot === undefined && isBlack(cmyk), isStroke)
    if (spot !== undefined) {
      plates.add(spot.plate)
      const [space, tint] = isStroke ? ['CS', 'SCN'] : ['cs', 'scn']
      return `/${spot.plate.resource} ${space} ${digits(spot.tint)} ${tint}`
    }
    return `${cmyk.map(digits).join(' ')} ${isStroke ? 'K' : 'k'}`
  }
  const setBlack = (black: boolean, isStroke: boolean) => {
    if (isStroke) state.isStrokeBlack = black
    else state.isFillBlack = black
  }
  const numbers = (operands: Operands): Rgb => [operands.number(3), operands.number(2), operands.number(1)]
  const paint = (isBlackInk: boolean, isThin: boolean) => {
    if (path.start >= 0) overprint(isBlackInk && isThin, path.start)
    path = new Path()
  }

  scanContent(bytes, (operator, operands, start, end) => {
    const coordinates = point.get(operator)
    if (coordinates !== undefined) {
      path.begin(start)
      for (let at = coordinates; at > 0; at -= 2) path.add(operands.number(at), operands.number(at - 1))
    } else if (operator === re) {
      const [x, y] = [operands.number(4), operands.number(3)]
      path.begin(start)
      path.add(x, y)
      path.add(x + operands.number(2), y + operands.number(1))
    } else if (operator === n) path = new Path()
    else if (fill.has(operator)) paint(state.isFillBlack, path.width * state.scale <= thinRule)
    else if (stroke.has(operator)) paint(state.isStrokeBlack, state.lineWidth * state.scale <= thinRule)
    else if (both.has(operator))
      paint(state.isFillBlack && state.isStrokeBlack, path.width * state.scale <= thinRule)
    else if (show.has(operator))
      overprint(state.isFillBlack && state.fontSize * textScale * state.scale <= smallText, start)
    else if (operator === q) saved.push({ ...state })
    else if (operator === Q) state = saved.pop() ?? state
    else if (operator === cm) state.scale *= scaleOf(operands)
    else if (operator === BT) textScale = 1
    else if (operator === Tm) textScale = scaleOf(operands)
    else if (operator === Tf) state.fontSize = operands.number(1)
    else if (operator === w) state.lineWidth = operands.number(1)
    else if (operator === rg || operator === RG)
      put(setColour(numbers(operands), operator === RG), start, end)
    else if (operator === g || operator === G) setBlack(operands.number(1) === 0, operator === G)
    else if (operator === k || operator === K) {
      const ink: Cmyk = [operands.number(4), operands.number(3), operands.number(2), operands.number(1)]
      setBlack(isBlack(ink), operator === K)
    } else if (operator === cs || operator === CS) {
      const space = operands.name(1) ?? ''
      const isRgb = space === 'DeviceRGB' || scope.isRgbSpace(space)
      if (operator === CS) state.isStrokeRgb = isRgb
      else state.isFillRgb = isRgb
      setBlack(isRgb, operator === CS)
      // Black is what a colour space begins with (8.6.5.3, 8.6.4.4).
      if (isRgb) put(setColour([0, 0, 0], operator === CS), start, end)
    } else if (operator === sc || operator === SC || operator === scn || operator === SCN) {
      const isStroke = operator === SC || operator === SCN
      if (isStroke ? state.isStrokeRgb : state.isFillRgb)
        put(setColour(numbers(operands), isStroke), start, end)
      else setBlack(false, isStroke)
      const pattern = operands.name(1)
      if (pattern !== undefined) used.set(`Pattern ${pattern}`, scope.scale)
    } else if (operator === Do || operator === sh) {
      overprint(false, start)
      if (operator === Do) {
        const name = `XObject ${operands.name(1)}`
        used.set(name, Math.max(state.scale, used.get(name) ?? 0))
      }
    } else if (operator === BI) throw new Error('An inline image has colours that cannot be converted')
    else if (operator === gs) used.set(`ExtGState ${operands.name(1)}`, scope.scale)
  })
  pieces.push(bytes.subarray(copied))
  return { bytes: Buffer.concat(pieces), states, plates, used }
}

/** The path under construction (8.5.2): where it begins in the stream, and how wide it is at the narrowest. */
class Path {
  start = -1
  #left = Infinity
  #right = -Infinity
  #bottom = Infinity
  #top = -Infinity

  begin(at: number): void {
    if (this.start < 0) this.start = at
  }

  add(x: number, y: number): void {
    this.#left = Math.min(this.#left, x)
    this.#right = Math.max(this.#right, x)
    this.#bottom = Math.min(this.#bottom, y)
    this.#top = Math.max(this.#top, y)
  }

  get width(): number {
    return Math.min(this.#right - this.#left, this.#top - this.#bottom)
  }
}

/** By how much lengths grow, from the six numbers of a matrix. */
function scaleOf(operands: Operands): number {
  const area = operands.number(6) * operands.number(3) - operands.number(5) * operands.number(4)
  return Math.sqrt(Math.abs(area))
}

function isBlack(cmyk: Ink['cmyk']): boolean {
  return cmyk[0] === 0 && cmyk[1] === 0 && cmyk[2] === 0 && cmyk[3] === 1
}

/** As a mask in DeviceRGB reads a colour (ISO 32000-1, 10.3.2). */
export function luminosity([red, green, blue]: Rgb): number {
  return 0.3 * red + 0.59 * green + 0.11 * blue
}

/** A number of PDF: four digits at most, no exponent. */
export function digits(value: number): string {
  return String(Math.round(value * 1e4) / 1e4)
}
