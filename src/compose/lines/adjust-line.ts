import type { LineAdjustment, LineSetting, PlannedLine } from '../../issue/lines.js'
import type { Box } from './box.js'
import { endsHalf, roomOf, startsFlush, tolerance, type FittedLine } from './fit-line.js'
import { holdSpaces } from './hold-spaces.js'
import { tightest, type LastResorts } from './last-resorts.js'
import { nativeAutospace, type MeasuredParagraph } from './measured-paragraph.js'
import { jointTurn, turns, wordTurn } from './turn-of.js'

/** What it takes for the browser to set a line as planned; nothing for a line that it sets so by itself. */
export function adjustLine(
  paragraph: MeasuredParagraph,
  line: FittedLine,
  measure: number,
  isLast: boolean,
  setting: LineSetting,
  resorts: LastResorts,
): { readonly adjustments: LineAdjustment[]; readonly planned: PlannedLine } {
  const excess = line.natural - measure
  const shrinks = excess > tolerance
  const stretches = !isLast && excess < -tolerance && line.stretch > 0
  const room = roomOf(line)
  const taken = shrinks && line.shrink > 0 ? sharesOfTurns(paragraph, line, excess + room, setting) : nothing
  const added = stretches ? sharesOfSpaces(paragraph, line, -excess - room) : unstretched
  const { tightened = 0, grown = 0 } = line
  const growth = grown * resorts.growthOf(line.first, line.last)
  const blank = isLast ? 0 : Math.max(0, -excess - (stretches ? line.stretch : 0) - growth - room)
  const adjustments = [
    ...adjustMarks(
      paragraph,
      line,
      taken,
      isLast && !line.isHung && measure - line.natural > 0.52 * emAt(paragraph, line.last),
      setting,
      resorts,
    ),
    ...adjustWords(paragraph, line, taken, added),
    ...adjustPieces(paragraph, line, taken, added),
    ...(tightened > 0 ? tightenHan(paragraph, line, resorts) : []),
  ].sort((a, b) => a.from - b.from)
  const closes = paragraph.mark[line.last] === 1 && paragraph.boxes[line.last]?.kind === 'close' && !isLast
  const half = closes && (line.isHung || endsHalf(paragraph, line.last, setting))
  return {
    adjustments: holdSpaces(paragraph, line, blank, adjustments),
    planned: {
      gap: tightened > 0 ? -tightened * tightest : blank / line.places / emAt(paragraph, line.first),
      ...(half && { halfEnd: true }),
      ...(closes && !half && { fullEnd: true }),
      ...(line.isHung && { hung: true }),
    },
  }
}

const nothing: readonly number[] = Array.from({ length: turns }, () => 0)

/** How much of what each turn can give is taken: all of one before any of the next. */
function sharesOfTurns(
  paragraph: MeasuredParagraph,
  { first, last }: FittedLine,
  needed: number,
  setting: LineSetting,
): number[] {
  const room = [...nothing]
  for (let i = first; i <= last; i++) {
    const turn = paragraph.turn[i] ?? 0
    const isEdge =
      (i === first && startsFlush(paragraph, i, setting)) || (i === last && endsHalf(paragraph, i, setting))
    if (!isEdge) room[turn] = (room[turn] ?? 0) + (paragraph.shrink[i] ?? 0)
    if (i < last) room[jointTurn] = (room[jointTurn] ?? 0) + (paragraph.jointShrink[i] ?? 0)
  }
  let left = needed
  return room.map((most) => {
    const share = most > 0 ? Math.min(1, left / most) : 0
    left -= share * most
    return share
  })
}

/** How much of what spaces can take is added: between words all of it before any beside Han (CLREQ 3.5.4). */
interface AddedShares {
  readonly words: number
  readonly joints: number
}

const unstretched: AddedShares = { words: 0, joints: 0 }

function sharesOfSpaces(
  { stretch }: MeasuredParagraph,
  { first, last, stretch: both }: FittedLine,
  needed: number,
): AddedShares {
  let most = 0
  for (let i = first; i <= last; i++) most += stretch[i] ?? 0
  const share = (of: number, room: number): number => (room > 0 ? Math.max(0, Math.min(1, of / room)) : 0)
  const words = share(needed, most)
  return { words, joints: share(needed - words * most, both - most) }
}

function emAt({ em }: MeasuredParagraph, at: number): number {
  return em[at] ?? 1
}

/** Marks of a group stand side by side and press each other: either all of them are set by us, or none. */
function adjustMarks(
  paragraph: MeasuredParagraph,
  { first, last, isHung, grown = 0 }: FittedLine,
  taken: readonly number[],
  endIsFree: boolean,
  setting: LineSetting,
  { growth }: LastResorts,
): LineAdjustment[] {
  const { mark, boxes, width, native, em, trims } = paragraph
  const adjustments: LineAdjustment[] = []
  for (let i = first; i <= last; i++) {
    if (!mark[i]) continue
    let end = i
    while (end < last && mark[end + 1]) end++
    const targets: number[] = []
    let needed = false
    let neededIfHeld = false
    for (let at = i; at <= end; at++) {
      const box = boxes[at]
      if (box === undefined) continue
      const size = em[at] ?? 0
      let target = (width[at] ?? 0) - (taken[paragraph.turn[at] ?? 0] ?? 0) * (paragraph.shrink[at] ?? 0)
      let own = native[at] ?? 0
      if (at > first && at < last) target += grown * (growth[at] ?? 0)
      if (at === first && box.kind === 'open') {
        if (trims[at]) own = size / 2
        if (startsFlush(paragraph, at, setting)) {
          target = size / 2
          neededIfHeld = trims[at] === 1
        }
      }
      if (at === last && isHung) target = 0
      else if (at === last && box.kind === 'close' && endsHalf(paragraph, at, setting) && !endIsFree) {
        target = size / 2
      }
      if (Math.abs(target - own) > 0.005 * size) needed = true
      targets.push(target - (box.kind === 'inner' ? own : size))
    }
    if (needed || neededIfHeld) {
      for (const [k, change] of targets.entries()) {
        const box = boxes[i + k]
        if (box) adjustments.push(markAdjustment(box, change, !needed))
      }
    }
    i = end
  }
  return adjustments
}

/** At the side where the mark's blank half is. */
function markAdjustment({ kind, from, to }: Box, change: number, ifHeld: boolean): LineAdjustment {
  const sides =
    kind === 'open'
      ? { before: change }
      : kind === 'close'
        ? { after: change }
        : { before: change / 2, after: change / 2 }
  return ifHeld ? { from, to, ...sides, ifHeld } : { from, to, ...sides }
}

/** Words with the spaces around and between them. */
function adjustWords(
  paragraph: MeasuredParagraph,
  { first, last, tightened }: FittedLine,
  taken: readonly number[],
  added: AddedShares,
): LineAdjustment[] {
  const { boxes, joint, jointStretch, jointShrink, em } = paragraph
  const isWord = (at: number): boolean => boxes[at]?.kind === 'western' || boxes[at]?.kind === 'space'
  const space = (at: number): number =>
    (joint[at] ?? 0) +
    added.joints * (jointStretch[at] ?? 0) -
    (taken[jointTurn] ?? 0) * (jointShrink[at] ?? 0)
  const adjustments: LineAdjustment[] = []
  for (let i = first; i <= last; i++) {
    if (!isWord(i)) continue
    let end = i
    while (end < last && isWord(end + 1)) end++
    const size = em[i] ?? 1
    const before = i > first ? space(i - 1) : 0
    const after = end < last ? space(end) : 0
    let words = 0
    for (let at = i; at <= end; at++) {
      if (boxes[at]?.kind === 'space')
        words =
          added.words * (paragraph.stretch[at] ?? 0) - (taken[wordTurn] ?? 0) * (paragraph.shrink[at] ?? 0)
    }
    const isOwn = (given: number): boolean =>
      given === 0 || Math.abs(given - nativeAutospace * size) < 0.005 * size
    // The browser's own space is not to be had beside characters that we set.
    if (tightened || !isOwn(before) || !isOwn(after) || Math.abs(words) > 0.005 * size) {
      const [from, to] = [boxes[i]?.from, boxes[end]?.to]
      if (from !== undefined && to !== undefined) adjustments.push({ from, to, before, after, words })
    }
    i = end
  }
  return adjustments
}

/** Pieces that are set wider or narrower. */
function adjustPieces(
  { boxes, stretch, shrink }: MeasuredParagraph,
  { first, last }: FittedLine,
  taken: readonly number[],
  added: AddedShares,
): LineAdjustment[] {
  const adjustments: LineAdjustment[] = []
  for (let i = first; i <= last; i++) {
    const box = boxes[i]
    if (box?.kind !== 'piece') continue
    const after = added.words * (stretch[i] ?? 0) - (taken[wordTurn] ?? 0) * (shrink[i] ?? 0)
    if (after !== 0) adjustments.push({ from: box.from, to: box.to, after })
  }
  return adjustments
}

/** Ideographs that stand closer, in runs; what follows the last of a line is beyond it. */
function tightenHan(
  { boxes }: MeasuredParagraph,
  { first, last, tightened = 0 }: FittedLine,
  { tight }: LastResorts,
): LineAdjustment[] {
  const adjustments: LineAdjustment[] = []
  for (let i = first; i < last; i++) {
    const start = boxes[i]
    if (!tight[i] || start === undefined) continue
    let end = i
    while (end + 1 < last && tight[end + 1] === tight[i]) end++
    adjustments.push({
      from: start.from,
      to: boxes[end]?.to ?? start.to,
      letters: -tightened * (tight[i] ?? 0),
    })
    i = end
  }
  return adjustments
}
