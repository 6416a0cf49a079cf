import subsetFont from 'subset-font'
import { nameCut } from './name-cut.js'
import { readCoverage } from './read-coverage.js'
import { readFont } from './read-font.js'
import { scaleFont } from './scale-font.js'
import { setLineMetrics, type LineMetrics } from './set-line-metrics.js'
import { inRanges, parseUnicodeRange } from './unicode-range.js'

/** What is to be cut from one font file. Plain data: it may be sent to another thread. */
export interface CutRequest {
  readonly file: string
  /** Characters that the face is asked for. */
  readonly characters: readonly number[]
  /** CSS `unicode-range` beyond which the face serves nothing. */
  readonly unicodeRange?: string | undefined
  /** Ascent and descent written into the font; absent for those that keep their own. */
  readonly metrics?: LineMetrics | undefined
  /** How much larger the letters become at the same font size; 1 when absent. */
  readonly scale?: number | undefined
  /** The place in a variable font's design space where its static cut is made, by axis: `{ wght: 370 }`. */
  readonly axes?: Readonly<Record<string, number>> | undefined
}

export interface CutFont {
  /** The characters that the font has, ascending. */
  readonly text: string
  /** TrueType. */
  readonly bytes: Uint8Array
}

/**
 * Cuts a font down to the characters asked for; a variable one also to one static cut, because it would become hundreds of
 * Type 3 fonts in the PDF. Same request, same bytes.
 *
 * @returns nothing when the font serves none of them
 * @throws Error when the file is no font
 */
export async function cutFont(request: CutRequest): Promise<CutFont | undefined> {
  const text = await servedText(request)
  if (text === '') return undefined
  const { metrics, scale, axes } = request
  const font = await subsetFont(await readFont(request.file), text, {
    targetFormat: 'truetype',
    ...(axes && { variationAxes: axes }),
  })
  const named = axes === undefined ? new Uint8Array(font) : nameCut(font, axes)
  const scaled = scale === undefined || scale === 1 ? named : scaleFont(named, scale)
  return { text, bytes: metrics === undefined ? scaled : setLineMetrics(scaled, metrics) }
}

async function servedText({ file, characters, unicodeRange }: CutRequest): Promise<string> {
  const ranges = unicodeRange === undefined ? undefined : parseUnicodeRange(unicodeRange)
  const wanted = ranges ? characters.filter((character) => inRanges(ranges, character)) : characters
  // The space and its kin are in every face; alone they are no reason to keep one.
  if (!wanted.some((character) => character > 0x20 && character !== 0xa0)) return ''
  const coverage = await readCoverage(file)
  const served = wanted.filter((character) => coverage.has(character)).sort((a, b) => a - b)
  return String.fromCodePoint(...served)
}
