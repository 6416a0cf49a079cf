import type { LineAdjustment, PlannedLines } from '../../issue/index.js'
import { showText } from './hide-text.js'
import type { LockSite, Segment } from './read-paragraphs.js'
import { rubyReach } from './space-ruby.js'
import { writeLines } from './write-lines.js'
import { writeNotes } from './write-notes.js'

export interface LockReport {
  /** Paragraphs whose breaks had to be written into the text. */
  readonly held: number
  /** Indices of those that the browser breaks otherwise whatever we do; they are the browser's again. */
  readonly failed: readonly number[]
}

/**
 * Makes the browser set the planned lines. Spaces are given and taken at a few characters only; where the browser then
 * breaks the lines by itself as planned, nothing more is done. Elsewhere the breaks are written into the text as `wbr`.
 * All paragraphs are written before any is read.
 *
 * @param plans by paragraph; null leaves it to the browser
 */
export function lockParagraphs(
  sites: readonly LockSite[],
  plans: readonly (PlannedLines | null)[],
): LockReport {
  const planned = sites.flatMap((site, index) => {
    const plan = plans[index]
    return plan ? [{ site, plan, index }] : []
  })
  for (const { site, plan } of planned) {
    site.element.classList.add('kb-lines')
    writeNotes(site, plan)
    writeLines(
      site,
      adjustmentsOf(plan, false),
      plan.hyphens.map((at) => ({ at, make: hyphen })),
    )
  }
  showText()
  const others = planned.filter(({ site, plan }) => !isAsPlanned(site, plan))
  for (const { site, plan } of others) hold(site, plan)
  const failed = others.filter(({ site, plan }) => !isAsPlanned(site, plan))
  for (const { site } of failed) {
    unlock(site.element)
    site.element.classList.add('kb-left')
  }
  return { held: others.length - failed.length, failed: failed.map(({ index }) => index) }
}

/** Those that the browser does not make by itself, or the others. */
function adjustmentsOf({ adjustments }: PlannedLines, ifHeld: boolean): readonly LineAdjustment[] {
  return adjustments.filter((one) => (one.ifHeld ?? false) === ifHeld)
}

/** Stands for a hyphen that shows and is no text. */
function hyphen(): HTMLElement {
  const mark = document.createElement('span')
  mark.className = 'kb-hyphen'
  return mark
}

/** Writes the breaks into the text and lets there be no others. */
function hold(site: LockSite, plan: PlannedLines): void {
  const make = (): HTMLElement => document.createElement('wbr')
  writeLines(
    site,
    adjustmentsOf(plan, true),
    plan.breaks.filter((at) => !plan.forced?.includes(at)).map((at) => ({ at, make })),
  )
  site.element.classList.add('kb-held')
}

/** Gives a paragraph back to the browser. */
export function unlock(element: HTMLElement): void {
  for (const span of element.querySelectorAll('.kb-l')) span.replaceWith(...span.childNodes)
  for (const mark of element.querySelectorAll('wbr, .kb-hyphen, .kb-break')) mark.remove()
  element.classList.remove('kb-lines', 'kb-held', 'kb-left')
  element.normalize()
}

/** Whether the browser breaks the paragraph at every planned break and nowhere else. */
function isAsPlanned(site: LockSite, { breaks }: PlannedLines): boolean {
  const { element } = site
  const style = getComputedStyle(element)
  const pitch = parseFloat(style.lineHeight)
  const box = element.getBoundingClientRect()
  const [above, below] = [parseFloat(style.paddingTop), parseFloat(style.paddingBottom)]
  const rows = Math.round((box.height - above - below) / pitch)
  const isRegular = Math.abs(box.height - above - below - rows * pitch) < 0.5
  if (isRegular && rows !== breaks.length + 1) return false
  const em = parseFloat(style.fontSize)
  // An annotation at a line's end may reach beyond it.
  const reach = element.querySelector('ruby') ? rubyReach * em : 0
  if (element.scrollWidth > element.clientWidth + 1 + reach) return false
  return isRegular
    ? beginsEach(site, breaks, {
        top: box.top + above,
        left: box.left + parseFloat(style.paddingLeft) + em * 0.6,
        pitch,
      })
    : partsEach(site, breaks, pitch, box.right - parseFloat(style.paddingRight), em)
}

/** In a paragraph of even rows: whether the character after each break is the first of its row. */
function beginsEach(
  { segments }: LockSite,
  breaks: readonly number[],
  { top, left, pitch }: { readonly top: number; readonly left: number; readonly pitch: number },
): boolean {
  let i = 0
  return breaks.every((at, index) => {
    while (i < segments.length - 1 && (segments[i + 1]?.from ?? 0) <= at) i++
    const rect = rectOf(segments, i, at)
    return rect !== undefined && rect.left < left && Math.floor((middle(rect) - top) / pitch) === index + 1
  })
}

/** Where formulas make rows grow: whether the characters at the sides of each break stand in different rows. */
function partsEach(
  { segments }: LockSite,
  breaks: readonly number[],
  pitch: number,
  measure: number,
  em: number,
): boolean {
  // Half a mark, its blank one, may be beyond the measure.
  const right = measure + 0.5
  const wide = em * 0.75
  let i = 0
  for (const at of breaks) {
    while (i < segments.length - 1 && (segments[i + 1]?.from ?? 0) <= at) i++
    const after = rectOf(segments, i, at)
    const before = lastRect(segments, i, at - 1)
    if (
      after === undefined ||
      before === undefined ||
      middle(after) - middle(before) < pitch * 0.45 ||
      before.left + (before.width > wide ? wide / 1.5 : before.width) > right
    )
      return false
  }
  return true
}

export function middle(rect: DOMRect): number {
  return (rect.top + rect.bottom) / 2
}

const range = document.createRange()

export function rectOf(segments: readonly Segment[], index: number, at: number): DOMRect | undefined {
  const segment = segments[index]
  if (segment === undefined) return undefined
  let rect: DOMRect | undefined
  if (segment.node instanceof Text) {
    range.setStart(segment.node, at - segment.from)
    range.setEnd(segment.node, at - segment.from + 1)
    rect = range.getClientRects()[0]
  } else rect = segment.node.getBoundingClientRect()
  return rect && rect.height > 0 ? rect : undefined
}

/** The last character at or before a place that shows: a space at a line's end does not. */
export function lastRect(segments: readonly Segment[], index: number, at: number): DOMRect | undefined {
  let i = index
  for (let place = at; place >= 0; place--) {
    while (i > 0 && (segments[i]?.from ?? 0) > place) i--
    const { node, from } = segments[i] ?? {}
    if (node instanceof Text && /\s/.test(node.data.charAt(place - (from ?? 0)))) continue
    return rectOf(segments, i, place)
  }
  return undefined
}
