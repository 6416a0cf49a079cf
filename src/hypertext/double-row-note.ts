import type { Element } from 'hast'
import type { TextDirective } from 'mdast-util-directive'
import { doubleRowNotePlain, doubleRowNoteShort, report } from '../diagnostics/index.js'
import { element, text } from '../issue/index.js'
import { isWide } from './is-chinese.js'
import { plainText } from './plain-text.js'
import type { Transformation } from './transformation.js'

/** Em of half-size text beyond which a note is no remark within the line any more. */
const longest = 200
/** Em of a row, of its own size, beyond which screens show a note in one row that breaks as text does. */
const longRow = 12

const neverFirst = /[，。、；：！？”’）》〉】」』…—·]/u
const neverLast = /[“‘（《〈【「『]/u

/**
 * 割注 (双行夹注): text alone, half as large, in two rows within the line. The rows are parted in the middle, where neither
 * begins nor ends with a forbidden mark; in `data-half` is the width of the longer in em of their size.
 */
export function doubleRowNote(transformation: Transformation, node: TextDirective): Element {
  const other = node.children.find(({ type }) => type !== 'text')
  if (other) report(transformation.file, doubleRowNotePlain, other, {})
  const characters = [...plainText(node, transformation).trim()]
  const width = widthOf(characters)
  if (width > longest) report(transformation.file, doubleRowNoteShort, node, { longest })
  const at = parting(characters, width)
  const rows = [characters.slice(0, at), characters.slice(at)]
  const half = Math.max(...rows.map(widthOf))
  return element(
    'small',
    { className: ['double-row-note', ...(half > longRow ? ['long'] : [])], dataHalf: String(half) },
    rows
      .filter((row) => row.length > 0)
      .map((row) => element('span', { className: ['row'] }, [text(row.join(''))])),
  )
}

/** Where the second row begins: the first is the longer one, by as little as its marks allow. */
function parting(characters: readonly string[], width: number): number {
  let at = 0
  for (let done = 0; at < characters.length && done < width / 2; at++)
    done += widthOf(characters.slice(at, at + 1))
  const isFree = (place: number): boolean =>
    !neverFirst.test(characters[place] ?? '') &&
    !neverLast.test(characters[place - 1] ?? '') &&
    !(isLetter(characters[place - 1]) && isLetter(characters[place]))
  for (let off = 0; off < characters.length; off++) {
    if (at + off <= characters.length && isFree(at + off)) return at + off
    if (at - off > 0 && isFree(at - off)) return at - off
  }
  return characters.length
}

function widthOf(characters: readonly string[]): number {
  return characters.reduce((sum, one) => sum + (isWide(one) || /[“”‘’—…·]/u.test(one) ? 1 : 0.6), 0)
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character) && !isWide(character)
}
