/**
 * Figures of the lines of tagged PDFs, by the kind of block that they stand in, and what is wrong with them by page.
 *
 *     node bench/run.mjs blocks file.pdf [another.pdf …]
 */
import { placedBlocks, type PlacedBlock } from './block-lines.js'
import type { PlacedCharacter } from './line-positions.js'

const han = /^\p{Script=Han}$/u
const start = /^[，。、；：！？”’）》〉】』」〕｝·—…～]/
const end = /[“‘（《〈【『「〔｛]$/
const containers = /^(Document|Sect|Art|Div|NonStruct)$/
/** Em between ideographs beyond which a line is named. */
const loose = 0.06

for (const file of process.argv.slice(2)) {
  console.log(file)
  const kinds = new Map<string, PlacedBlock[]>()
  for (const block of await placedBlocks(file)) {
    const kind = block.roles.filter((role) => !containers.test(role)).join(' › ')
    kinds.set(kind, [...(kinds.get(kind) ?? []), block])
  }
  for (const [kind, blocks] of kinds) {
    const lines = blocks.flatMap((block) => block.lines)
    const gaps = lines.flatMap((line) => gapOf(line) ?? []).sort((a, b) => a - b)
    const most = (gaps.at(-1) ?? 0).toFixed(4)
    const usual = (gaps[Math.floor(gaps.length * 0.95)] ?? 0).toFixed(4)
    console.log(`${kind}: ${blocks.length} blocks, ${lines.length} lines, gap p95 ${usual} max ${most}`)
    for (const fault of blocks.flatMap(faultsOf)) console.log(`  ${fault}`)
  }
}

function faultsOf({ page, lines }: PlacedBlock): string[] {
  return lines.flatMap((line, i) => {
    const text = line.map((one) => one.text).join('')
    const gap = gapOf(line) ?? 0
    const bare = text.replace(/[\p{P}①-⑳㉑-㉟]/gu, '')
    const isLast = i === lines.length - 1
    const faults = [
      ...(Math.abs(gap) > loose ? [`gap ${gap.toFixed(4)}`] : []),
      ...(i > 0 && start.test(text) ? ['forbidden start'] : []),
      ...(!isLast && end.test(text) ? ['forbidden end'] : []),
      ...(i > 0 && isLast && [...bare].length === 1 ? ['one character'] : []),
    ]
    return faults.map((fault) => `page ${page + 1}, line ${i + 1} of ${lines.length}, ${fault}: ${text}`)
  })
}

/** Median distance between neighbouring ideographs less one em, in em. */
function gapOf(line: readonly PlacedCharacter[]): number | undefined {
  const distances = line.flatMap((one, i) => {
    const next = line[i + 1]
    return next && next.size === one.size && han.test(one.text) && han.test(next.text)
      ? [(next.x - one.x) / one.size - 1]
      : []
  })
  distances.sort((a, b) => a - b)
  return distances.length < 3 ? undefined : distances[distances.length >> 1]
}
