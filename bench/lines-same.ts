/**
 * Whether two PDFs set the same characters at the same places: the greatest shift, in pt, and the characters beyond 0.05.
 *
 *     node bench/run.mjs lines-same before.pdf after.pdf
 */
import { placedCharacters, type PlacedCharacter } from './line-positions.js'

const [before = '', after = ''] = process.argv.slice(2)
const [a, b] = [await read(before), await read(after)]
if (a.length !== b.length) console.log(`${a.length} characters before, ${b.length} after`)
let greatest = 0
let shifted = 0
let other = 0
for (const [i, one] of a.entries()) {
  const two = b[i]
  if (two === undefined || two.text !== one.text) {
    other++
    continue
  }
  const shift = Math.hypot(two.x - one.x, two.y - one.y)
  greatest = Math.max(greatest, shift)
  if (shift > 0.05) shifted++
}
console.log(
  `${a.length} characters, ${other} others, greatest shift ${greatest.toFixed(3)} pt, ${shifted} beyond 0.05`,
)

/** In the order of pages, lines and places, however they were painted. */
async function read(file: string): Promise<PlacedCharacter[]> {
  const pages = await placedCharacters(file)
  return pages.flatMap((page) => page.toSorted((a, b) => Math.round(b.y) - Math.round(a.y) || a.x - b.x))
}
