import type { Galley } from '../../issue/index.js'
import type { MakeupProblem, MakeupRequest } from '../makeup-options.js'
import type { BuiltRun, BuiltSheet } from './build-sheets.js'
import { standingOut } from './standing-out.js'
import type { Pieces } from './take-apart.js'

/** Px that layout may miss the plan by; 0.1 pt is 0.133 px. */
const tolerance = 0.13

export interface SheetCheck {
  readonly problems: MakeupProblem[]
  bodyLines: number
  /** Px. */
  deviation: number
}

/** Measures what was built against the plan. Reads only. */
export function checkSheets(
  request: MakeupRequest,
  sheets: readonly BuiltSheet[],
  articles: readonly (Pieces | undefined)[],
): SheetCheck {
  const check: SheetCheck = { problems: [], bodyLines: 0, deviation: 0 }
  for (const [at, sheet] of sheets.entries()) {
    const origin = sheet.element.getBoundingClientRect().top
    for (const built of sheet.runs) {
      const pieces = articles[built.run.article]
      if (pieces) checkRun(request, built, pieces, origin, at + 1, check)
    }
    checkFloats(sheet, at + 1, articles, check)
    checkOverlap(sheet, at + 1, check)
  }
  return check
}

function checkRun(
  request: MakeupRequest,
  built: BuiltRun,
  { nodes }: Pieces,
  origin: number,
  sheet: number,
  check: SheetCheck,
): void {
  const { pitch } = request
  const { item } = built.run
  const { galley } = nodes
  const say = (kind: MakeupProblem['kind'], slice: number, detail: string): void => {
    const block = galley.blocks[galley.slices[slice]?.block ?? -1]
    const text = (block && nodes.get(block.key)?.textContent?.trim().slice(0, 16)) ?? ''
    check.problems.push({
      kind,
      article: galley.id,
      place: block?.place,
      sheet,
      detail: `“${text}…” ${detail}`,
    })
  }
  const box = built.element.getBoundingClientRect()
  let expected = built.start
  let unit = 0
  for (let i = item.from; i < item.to; i++) {
    const slice = galley.slices[i]
    if (slice === undefined) continue
    const at = i - item.from
    if (at > 0) {
      const before = galley.slices[i - 1]
      expected += (before?.natural ?? (before?.height ?? 0) * pitch) + (built.spaced.margins[at] ?? 0)
      unit += slice.spaceBefore ?? 0
    }
    const opening = built.openings[at]
    if (opening) {
      const top = opening.getBoundingClientRect().top - origin
      if (Math.abs(top - expected) > tolerance) {
        say(
          'lines-changed',
          i - 1,
          `the next block begins ${(top - expected).toFixed(2)} px beside its place`,
        )
        expected = top
      }
      if (slice.kind === 'line' && !slice.flowing && slice.natural === undefined) {
        const inset = slice.inset ?? 0
        const line = top - inset - request.top
        check.deviation = Math.max(check.deviation, Math.abs(line - Math.round(line / pitch) * pitch))
      }
    }
    if (slice.kind === 'line') check.bodyLines++
    unit += slice.height
  }
  const last = galley.slices[item.to - 1]
  const end = expected + (last?.natural ?? (last?.height ?? 0) * pitch)
  const closing =
    item.continues.reduce((sum, index) => sum + (galley.containers[index]?.closing ?? 0), 0) * pitch
  const bottom = box.bottom - origin
  if (bottom < end - tolerance || bottom > end + closing + tolerance) {
    say('lines-changed', item.to - 1, `the run ends ${(bottom - end).toFixed(2)} px beside its place`)
  }
  if (bottom > built.frameBottom + tolerance) {
    say('overflow', item.to - 1, `${(bottom - built.frameBottom).toFixed(1)} px below the frame`)
  }
  if (built.element.scrollWidth > built.element.clientWidth + 1) {
    const beyond = standingOut(built.element)
    if (beyond)
      say(
        'overflow',
        sliceOf(beyond.node, built, galley) ?? item.from,
        `${beyond.px.toFixed(1)} px beside the frame`,
      )
  }
}

/** The run's slice whose block holds a node. */
function sliceOf(node: Node, { run }: BuiltRun, { blocks, slices }: Galley): number | undefined {
  const element = node instanceof Element ? node : node.parentElement
  for (let block = element?.closest<HTMLElement>('[data-block]'); block;) {
    const key = block.dataset['block']
    const at = slices.findIndex(
      (slice, i) => i >= run.item.from && i < run.item.to && blocks[slice.block]?.key === key,
    )
    if (at >= 0) return at
    block = block.parentElement?.closest<HTMLElement>('[data-block]')
  }
  return undefined
}

/** Px of a table's last rule that the style sheet takes out of the leading below it. */
const rule = 2

/** A float's frame is as high as planned, whatever stands in it. */
function checkFloats(
  { frames }: BuiltSheet,
  sheet: number,
  articles: readonly (Pieces | undefined)[],
  check: SheetCheck,
): void {
  for (const { element, key, article } of frames) {
    const beyond = element.scrollHeight - element.clientHeight
    if (!element.matches('.kb-float-frame') || beyond <= rule) continue
    const { galley } = articles.find((pieces) => pieces?.nodes.galley.id === article)?.nodes ?? {}
    check.problems.push({
      kind: 'overflow',
      article,
      place: galley?.floats.find((float) => float.key === key)?.place,
      sheet,
      detail: `a figure or table stands out of its frame by ${beyond} px`,
    })
  }
}

function checkOverlap(sheet: BuiltSheet, number: number, check: SheetCheck): void {
  const boxes = sheet.frames.map((frame) => ({ ...frame, box: frame.element.getBoundingClientRect() }))
  for (const [at, one] of boxes.entries()) {
    for (const other of boxes.slice(at + 1)) {
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
      if (down > tolerance && across > tolerance) {
        check.problems.push({
          kind: 'overlap', article: other.article, sheet: number,
          detail: `${one.key || 'text'} and ${other.key || 'text'} share ${down.toFixed(1)} px`,
        }) // prettier-ignore
      }
    }
  }
}
