import { describe, expect, it } from 'vitest'
import { composeArticle } from '../../../src/compose/index.js'
import type { Galley } from '../../../src/issue/galley.js'
import type { ComposeGeometry, PlannedItem, PlannedPage } from '../../../src/issue/page-plan.js'
import { faultsOf } from './check-plan.js'

const GEOMETRY: ComposeGeometry = { columns: 1, lines: 10, notes: { at: 'page', separator: 60, gap: 20 } }
const FLOAT = {
  kind: 'figure',
  width: 'column',
  height: 2,
  gap: 1,
  places: ['top'],
  home: 3,
  anchor: 2,
} as const
const GALLEY: Galley = {
  id: 'a',
  blocks: [{ key: 'b', role: 'text' }],
  containers: [],
  slices: Array.from({ length: 12 }, (_, index) => ({
    block: 0,
    kind: 'line' as const,
    index,
    height: 1,
    ...(index === 2 && { notes: [0] }),
  })),
  floats: [
    { ...FLOAT, key: 'f' },
    { ...FLOAT, key: 'g' },
  ],
  notes: [{ key: 'n', strips: [80, 80] }],
  openingNotes: [],
}

/** The pages with each item changed. */
function change(pages: readonly PlannedPage[], to: (item: PlannedItem) => PlannedItem): PlannedPage[] {
  return pages.map((page) => ({
    ...page,
    frames: page.frames.map((frame) => ({ ...frame, items: frame.items.map(to) })),
  }))
}

describe('the check of plans', () => {
  const { pages } = composeArticle(GALLEY, GEOMETRY, { start: 'page' })
  it('accepts a good plan', () => {
    expect(faultsOf(GALLEY, GEOMETRY, { pages })).toEqual([])
  })
  it.each<[string, PlannedPage[], string]>([
    ['lost slices', pages.slice(0, -1), 'are lost'],
    ['doubled slices', [...pages, ...pages], 'come after'],
    [
      'floats out of order',
      change(pages, (item) => (item.type === 'float' ? { ...item, float: 1 - item.float } : item)),
      'stand in order',
    ],
    ['lost notes', pages.map((page) => ({ ...page, notes: [] })), 'begins on undefined'],
    [
      'a note cut short',
      pages.map((page) => ({
        ...page,
        notes: page.notes.map((area) => ({ ...area, notes: area.notes.map((note) => ({ ...note, to: 1 })) })),
      })),
      'is not whole',
    ],
    [
      'items below their frame',
      change(pages, (item) => ({ ...item, top: item.top + 9 })),
      'leaves its frame',
    ],
    [
      'floats across the page below its notes',
      pages.map((page, index) =>
        index > 0
          ? page
          : {
              ...page,
              frames: [
                ...page.frames,
                {
                  column: 'page' as const,
                  top: 20,
                  height: 2,
                  items: [{ type: 'float' as const, float: 0, place: 'bottom' as const, top: 20, height: 2 }],
                },
              ],
            },
      ),
      'stand below the notes',
    ],
    ['items over each other', change(pages, (item) => ({ ...item, top: 0 })), 'overlaps'],
  ])('refuses %s', (_, broken, fault) => {
    expect(faultsOf(GALLEY, GEOMETRY, { pages: broken }).join()).toContain(fault)
  })
})
