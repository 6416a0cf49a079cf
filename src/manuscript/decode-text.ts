import { isUtf8 } from 'node:buffer'
import type { VFile } from 'vfile'
import {
  type GuessedEncoding,
  controlCharactersAbsent,
  lineEndsUniform,
  nonCharactersAbsent,
  replacementCharactersAbsent,
  report,
  textUtf8,
} from '../diagnostics/index.js'
import { locator } from '../issue/index.js'
import { firstInvalidByte } from './first-invalid-byte.js'


/** More places than this say nothing new. */
const mostPlaces = 20

/**
 * Reads the bytes of a manuscript as UTF-8 and puts the text on `file`: without byte order mark, lines ending in LF, so
 * that lines and columns are those an editor shows. What the text must not hold is reported.
 *
 * @returns the text, or `undefined` when the bytes are not UTF-8
 */
export function decodeText(file: VFile, bytes: Uint8Array): string | undefined {
  const guess = byteOrderMark(bytes)
  if (guess !== undefined || !isUtf8(bytes)) {
    const byteOffset = guess === undefined ? firstInvalidByte(bytes) : 0
    const before = lineFeeds(new TextDecoder().decode(bytes.subarray(0, byteOffset)))
    file.value = before
    report(file, textUtf8, locator(before)(before.length), {
      path: file.path,
      byteOffset,
      guess: guess ?? guessEncoding(bytes),
    })
    return undefined
  }
  const decoded = new TextDecoder().decode(bytes)
  const text = lineFeeds(decoded)
  file.value = text
  reportLoneReturns(file, decoded)
  reportCharacters(file, text)
  return text
}

function lineFeeds(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text
}

function byteOrderMark(bytes: Uint8Array): GuessedEncoding {
  const [a, b, c, d] = bytes
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32' : 'UTF-16'
  if (a === 0xfe && b === 0xff) return 'UTF-16'
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? 'UTF-32' : undefined
}

/** GB 18030 decodes almost anything, so four fifths of what is not ASCII must come out as Han or Chinese marks. */
function guessEncoding(bytes: Uint8Array): GuessedEncoding {
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes)
    const foreign = text.match(/\P{ASCII}/gu)?.length ?? 0
    const chinese = text.match(/[\u3000-\u3011\u4E00-\u9FFF\uFF01-\uFF5E“”‘’—…·]/gu)?.length ?? 0
    return chinese >= foreign * 0.8 ? 'GB18030' : undefined
  } catch {
    return undefined // not GB 18030, or a Node without its table
  }
}

function reportLoneReturns(file: VFile, decoded: string): void {
  const lone = decoded.includes('\r') ? [...decoded.matchAll(/\r(?!\n)/g)] : []
  if (lone[0] === undefined) return
  const before = lineFeeds(decoded.slice(0, lone[0].index))
  report(file, lineEndsUniform, locator(before)(before.length), { count: lone.length })
}

function reportCharacters(file: VFile, text: string): void {
  let places = 0
  const locate = locator(text)
  for (const match of text.matchAll(
    /(?![\t\n])\p{Cc}|[\u2028\u2029\uFFFD]|\p{Noncharacter_Code_Point}/gu,
  )) {
    if (++places > mostPlaces) return
    const codePoint = match[0].codePointAt(0) ?? 0
    const place = locate(match.index)
    if (codePoint === 0xfffd) report(file, replacementCharactersAbsent, place, {})
    else if (codePoint < 0xfdd0) report(file, controlCharactersAbsent, place, { codePoint })
    else report(file, nonCharactersAbsent, place, { codePoint })
  }
}
