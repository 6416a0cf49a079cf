import { place, placed, type Node } from './node.js'
import type { Text, TextFloat } from './text.js'

const NONE: readonly TextFloat[] = []

/** Floats across the columns that a page begins and ends with, and the state after the first of them. */
export interface PageFloats {
  readonly tops: readonly TextFloat[]
  readonly bottoms: readonly TextFloat[]
  readonly floats: number
}

/** Choices of page floats at top and bottom. */
export function pageFloats(text: Text, start: Node, room: number, horizon: number): PageFloats[] {
  const choices: PageFloats[] = []
  // Nothing of an article stands above its title.
  const most = start.at === 0 && beginsWithOpener(text) ? 0 : 2
  const grow = (tops: readonly TextFloat[], floats: number): void => {
    choices.push({ tops, bottoms: NONE, floats })
    for (const kind of [0, 1] as const) {
      // Column floats that stand on this page may come before the one at the foot.
      const next = placed(floats, kind)
      for (let index = next; index < next + 3; index += 1) {
        const float = text.floatsOf[kind][index]
        if (!float?.wide || !float.bottom || float.ready >= horizon) continue
        if (text.floatsOf[kind].slice(next, index).some((other) => other.wide)) continue
        if (stack(tops) + float.height <= room) choices.push({ tops, bottoms: [float], floats })
      }
    }
    if (tops.length === most) return
    for (const kind of [0, 1] as const) {
      const float = text.floatsOf[kind][placed(floats, kind)]
      if (!float?.wide || float.ready >= horizon) continue
      if (!float.top && start.at < text.count) continue
      if (stack(tops) + float.height <= room) grow([...tops, float], place(floats, kind))
    }
  }
  grow(NONE, start.floats)
  return choices
}

function beginsWithOpener({ galley }: Text): boolean {
  return galley.blocks[galley.slices[0]?.block ?? -1]?.role === 'opener'
}

/** Units of page floats, each with its gap to the text. */
export function stack(floats: readonly TextFloat[]): number {
  let height = 0
  for (const float of floats) height += float.height + float.gap
  return height
}

/** The next unplaced float in the order of the manuscript, whatever its kind. */
export function nextOf(text: Text, floats: number): TextFloat | undefined {
  const figure = text.floatsOf[0][placed(floats, 0)]
  const table = text.floatsOf[1][placed(floats, 1)]
  if (!figure || !table) return figure ?? table
  return figure.index < table.index ? figure : table
}
