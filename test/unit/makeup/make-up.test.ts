import { expect, test } from 'vitest'
import { typeAreaOrigin } from '../../../src/makeup/make-up.js'
import { noteMark } from '../../../src/makeup/in-page/note-mark.js'
import { runsOf } from '../../../src/makeup/in-page/runs.js'
import type { PlannedFrame } from '../../../src/issue/index.js'

test.each([
  [1, '①'],
  [20, '⑳'],
  [21, '㉑'],
  [35, '㉟'],
  [36, '㊱'],
  [50, '㊿'],
  [51, '(51)'],
] as const)('note %i is %s', (number, mark) => {
  expect(noteMark(number)).toBe(mark)
})

test('the type area of facing pages lies at the same distance from the spine', () => {
  const geometry = {
    trimWidthMm: 210,
    trimHeightMm: 285,
    bleedMm: 3,
    bodySize: 14,
    characters: 22,
    lines: 40,
    columns: 2,
    columnGap: 2,
    pitch: 22,
    marginTop: 92.6,
    marginInner: 71.8,
    sheetWidth: 800,
    sheetHeight: 1080,
  }
  const { top, left } = typeAreaOrigin(geometry, 644)
  expect(top).toBe(94)
  expect(left.recto).toBe(75)
  expect(left.verso).toBe(800 - 644 - left.recto)
})

test('runs are listed in the order of the text, whatever the order of frames', () => {
  const frame = (from: number, to: number): PlannedFrame => ({
    column: 0,
    top: 0,
    height: 1,
    items: [{ type: 'slices', from, to, top: 0, height: 1, continued: [], continues: [] }],
  })
  const statistics = {
    pages: 1, cost: 0, costs: {}, loneLines: 0, headingsAtFoot: 0, oneLineColumns: 0, loneCharacters: 0,
    hyphenBreaks: 0, levelDifference: 0, floatDistances: [], notesSplit: 0,
  } // prettier-ignore
  const page = {
    side: 'recto' as const,
    start: 0,
    frames: [frame(3, 5), frame(0, 3), frame(5, 5)],
    notes: [],
  }
  const plan = {
    sheets: [{ number: 1, side: 'recto' as const, parts: [{ article: 0, page: 0 }] }],
    articles: [{ id: 'a', pages: [page], statistics, warnings: [] }],
    statistics,
    warnings: [],
  }
  expect(runsOf({ plan }).map((runs) => runs.map(({ item }) => item.from))).toEqual([[0, 3]])
})
