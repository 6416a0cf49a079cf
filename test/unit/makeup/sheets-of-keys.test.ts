import { expect, test } from 'vitest'
import type { Galley, PagePlan, PlannedPage, PlanStatistics } from '../../../src/issue/index.js'
import { sheetsOfKeys } from '../../../src/makeup/sheets-of-keys.js'

const galley: Galley = {
  id: 'a',
  blocks: [
    { key: 'a1', role: 'text' },
    { key: 'a2', role: 'text' },
    { key: 'a3', role: 'row' },
  ],
  containers: [{ key: 'box', kind: 'box', opening: 0, closing: 0 }],
  slices: [
    { block: 0, kind: 'line', index: 0, height: 1 },
    { block: 1, kind: 'line', index: 0, height: 1 },
    { block: 1, kind: 'line', index: 1, height: 1 },
    { block: 1, kind: 'line', index: 2, height: 1 },
    { block: 2, kind: 'row', index: 0, height: 1, containers: [0] },
  ],
  floats: [
    { key: 'f1', kind: 'figure', width: 'column', height: 9, gap: 1, places: ['top'], home: 1, anchor: 0 },
  ],
  notes: [{ key: 'n1', strips: [78] }],
  openingNotes: [{ key: 'o1', strips: [78] }],
}

const statistics = {} as PlanStatistics // not read here

function page(from: number, to: number, rest: Partial<PlannedPage> = {}): PlannedPage {
  const items = [
    { type: 'slices', from, to, top: 0, height: to - from, continued: [], continues: [] },
  ] as const
  return { side: 'recto', start: 0, frames: [{ column: 0, top: 0, height: 9, items }], notes: [], ...rest }
}

const pages = [
  page(0, 2, {
    notes: [{ column: 0, top: 8, height: 1, notes: [{ list: 'opening', note: 0, from: 0, to: 1 }] }],
  }),
  page(2, 3, {
    notes: [{ column: 0, top: 8, height: 1, notes: [{ list: 'notes', note: 0, from: 0, to: 1 }] }],
  }),
  page(3, 5),
  page(5, 5, {
    frames: [
      {
        column: 0,
        top: 0,
        height: 9,
        items: [{ type: 'float', float: 0, place: 'top', top: 0, height: 9 }],
      },
    ],
  }),
]

/** One article; each number is the sheet of a page of it. */
function plan(sheets: readonly number[]): PagePlan {
  const count = Math.max(...sheets) + 1
  return {
    sheets: Array.from({ length: count }, (_, sheet) => ({
      number: sheet + 1,
      side: 'recto' as const,
      parts: sheets.flatMap((at, page) => (at === sheet ? [{ article: 0, page }] : [])),
    })),
    articles: [{ id: 'a', pages, statistics, warnings: [] }],
    statistics,
    warnings: [],
  }
}

test('what stands on the first sheet is not named; a block that goes on has a turn for each further sheet', () => {
  expect(sheetsOfKeys(plan([1, 2, 5, 6]), [galley])).toEqual([
    {
      id: 'a',
      first: 1,
      sheets: { n1: 2, a3: 5, box: 5, f1: 6 },
      turns: {
        a2: [
          { index: 1, sheet: 2 },
          { index: 2, sheet: 5 },
        ],
      },
    },
  ])
})

test('an article without a galley is left out', () => {
  expect(sheetsOfKeys(plan([0, 1, 2, 3]), [])).toEqual([])
})
