import type { Galley } from '../../issue/index.js'
import type { MakeupRequest } from '../makeup-options.js'
import type { BuiltRun, BuiltSheet } from './build-sheets.js'
import type { Pieces } from './take-apart.js'

/**
 * Puts runs that go on with containers begun before where their first slice belongs: cloned padding, a repeated table
 * head stand above it. How tall these are is only known once they are set, so this reads, then writes.
 */
export function placeContinued(
  request: MakeupRequest,
  sheets: readonly BuiltSheet[],
  articles: readonly (Pieces | undefined)[],
): void {
  const moves = sheets.flatMap((sheet) =>
    sheet.runs.flatMap((built) => {
      const nodes = articles[built.run.article]?.nodes
      return nodes && built.run.item.continued.length > 0
        ? [{ built, ...moveOf(request, built, nodes.galley) }]
        : []
    }),
  )
  for (const { built, by, start } of moves) {
    built.element.style.top = `${parseFloat(built.element.style.top) + by}px`
    if (start < built.start - 0.05)
      lowerRest(built, articles[built.run.article]?.nodes.galley, built.start - start)
    built.start = start
  }
}

/** What follows a run off the grid that stands higher than its units stays on the grid. */
function lowerRest(built: BuiltRun, galley: Galley | undefined, by: number): void {
  const { from, to } = built.run.item
  const after = galley?.slices.slice(from, to).findIndex((slice, at) => at > 0 && !slice.flowing) ?? -1
  const opening = built.openings[after]
  if (opening === undefined) return
  const margin = (built.spaced.margins[after] ?? 0) + by
  built.spaced.margins[after] = margin
  opening.style.setProperty('margin-top', `${margin}px`, 'important')
}

function moveOf(
  { pitch }: MakeupRequest,
  built: BuiltRun,
  galley: Galley,
): { readonly by: number; readonly start: number } {
  const { item } = built.run
  const slice = galley.slices[item.from]
  const key = galley.blocks[slice?.block ?? -1]?.key ?? ''
  const block = built.element.querySelector(`[data-block="${CSS.escape(key)}"]`)
  if (block === null) return { by: 0, start: built.start }
  const above =
    beginning(block, built.element).getBoundingClientRect().top - built.element.getBoundingClientRect().top
  if (!slice?.flowing) return { by: -above, start: built.start }
  // Off the grid: from the first of the units that the containers' openings have.
  const opening =
    item.continued.reduce((sum, index) => sum + (galley.containers[index]?.opening ?? 0), 0) * pitch
  const by = -opening - built.spaced.start
  return { by, start: built.start + by + above }
}

/** The outermost node that begins with the block, within what only goes on. */
function beginning(block: Element, run: Element): Element {
  let element = block
  for (;;) {
    const parent = element.parentElement
    if (parent === null || parent === run || parent.matches('.kb-continued, .kb-part')) return element
    element = parent
  }
}
