import type { PlannedLines } from '../../issue/index.js'
import { lastRect, lockParagraphs, middle, rectOf, unlock, type LockReport } from './lock-lines.js'
import { writeLines } from './write-lines.js'
import { writeNotes } from './write-notes.js'
import type { LockSite } from './read-paragraphs.js'

/**
 * Makes the browser set the planned lines of all that was read. Lines that are justified fill their measure and mostly
 * break by themselves; ragged and centred ones end where the plan says, whatever would still fit.
 */
export function lockSites(sites: readonly LockSite[], plans: readonly (PlannedLines | null)[]): LockReport {
  const ragged = sites.flatMap((site, index) => {
    const plan = plans[index]
    return site.align && plan ? [{ site, plan, index }] : []
  })
  for (const { site, plan } of ragged) lockRagged(site, plan)
  const { held, failed } = lockParagraphs(
    sites,
    plans.map((plan, index) => (sites[index]?.align ? null : plan)),
  )
  const left = ragged.filter(({ site, plan }) => !standsAsPlanned(site, plan))
  for (const { site } of left) {
    unlock(site.element)
    site.element.classList.add('kb-left')
  }
  return { held, failed: [...failed, ...left.map(({ index }) => index)].toSorted((a, b) => a - b) }
}

function lockRagged(site: LockSite, plan: PlannedLines): void {
  const { adjustments, breaks, forced } = plan
  writeNotes(site, plan)
  site.element.classList.add('kb-lines', 'kb-held')
  writeLines(
    site,
    adjustments,
    breaks.filter((at) => !forced?.includes(at)).map((at) => ({ at, make: lineEnd })),
  )
}

/** Ends a line and is no text. */
function lineEnd(): HTMLElement {
  const mark = document.createElement('span')
  mark.className = 'kb-break'
  return mark
}

/** Whether a row begins at each planned break and nowhere else. */
function standsAsPlanned({ element, segments }: LockSite, { breaks }: PlannedLines): boolean {
  if (element.scrollWidth > element.clientWidth + 1) return false
  const pitch = parseFloat(getComputedStyle(element).lineHeight)
  const last = segments.at(-1)
  const end = lastRect(segments, segments.length - 1, (last?.from ?? 0) + (last?.length ?? 0) - 1)
  const first = firstRect(segments)
  if (first === undefined || end === undefined) return false
  const isAt = (row: number, rect: DOMRect | undefined): boolean =>
    rect !== undefined && Math.abs(middle(rect) - middle(first) - row * pitch) < pitch * 0.45
  return (
    isAt(breaks.length, end) &&
    breaks.every((at, i) => {
      const index = segments.findLastIndex(({ from }) => from <= at)
      return isAt(i + 1, rectOf(segments, index, at))
    })
  )
}

/** The first character that shows. */
function firstRect(segments: LockSite['segments']): DOMRect | undefined {
  for (const [i, { node, from, length }] of segments.entries()) {
    if (!(node instanceof Text)) continue
    for (let at = from; at < from + length; at++) {
      const rect = rectOf(segments, i, at)
      if (rect) return rect
    }
  }
  return undefined
}
