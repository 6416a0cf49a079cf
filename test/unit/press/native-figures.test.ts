import { expect, test } from 'vitest'
import { nativeFigures, type PrintedPlace } from '../../../src/press/native/native-figures.js'
import type { MarkedLine } from '../../../src/press/native/marked-document.js'

const grid = { pitch: 10, column: 100, gap: 20 }

/** Lines of blocks, `[page, column, top]` each. */
function printed(
  blocks: readonly (readonly (readonly [number, number, number])[])[],
  headings: readonly number[] = [],
) {
  const places = new Map<string, PrintedPlace>()
  const lines = blocks.flatMap((block, number) =>
    block.map(([page, column, top], index): MarkedLine => {
      const mark = `${number}-${index}`
      places.set(mark, { page, left: 30 + column * 120 + (index === 0 ? 20 : 0), top })
      return {
        mark,
        isHeading: headings.includes(number),
        index,
        count: block.length,
        isBody: !headings.includes(number),
      }
    }),
  )
  return { lines, places }
}

const none = { floats: [], notes: [] }

test.each([
  ['a line alone at the foot', [[[0, 0, 20], [0, 0, 10]], [[0, 0, 0], [0, 1, 20], [0, 1, 10]]], [], { loneLines: 1 }],
  ['a line alone at the head', [[[0, 0, 20], [0, 0, 10], [1, 0, 20]], [[1, 0, 10]]], [], { loneLines: 1 }],
  ['two lines on each side', [[[0, 0, 20], [0, 0, 10], [0, 1, 20], [0, 1, 10]]], [], { loneLines: 0, oneLineColumns: 0 }],
  ['a heading at the foot', [[[0, 0, 20], [0, 0, 10]], [[0, 0, 0]], [[0, 1, 20], [0, 1, 10]]], [1], { headingsAtFoot: 1 }],
  ['a column of one line', [[[0, 0, 20], [0, 0, 10]], [[0, 1, 20]]], [], { oneLineColumns: 1, loneLines: 0 }],
  ['lines beside the grid', [[[0, 0, 20], [0, 0, 10]], [[0, 1, 23]]], [], { gridDeviation: 3 }],
] as const)('%s', (_, blocks, headings, wanted) => {
  const { lines, places } = printed(blocks, headings)
  expect(nativeFigures({ lines, ...none }, places, 2, grid)).toMatchObject(wanted)
}) // prettier-ignore

test('a figure below a heading', () => {
  const { lines, places } = printed([[[0, 0, 30]], [[0, 0, 20]], [[0, 1, 20]]], [1])
  const all = new Map([...places, ['figure', { page: 0, left: 30, top: 10 }]])
  const floats = [{ mark: 'figure', from: undefined }]
  expect(nativeFigures({ lines, floats, notes: [] }, all, 1, grid).headingsAtFoot).toBe(0)
})

test('floats and notes stand as far as their pages', () => {
  const { lines, places } = printed([[[0, 0, 20]], [[1, 0, 20]], [[2, 0, 20]]])
  const floats = [
    { mark: '1-0', from: '0-0' },
    { mark: '2-0', from: '0-0' },
    { mark: '0-0', from: undefined },
  ]
  const notes = [
    { mark: '0-0', from: '0-0' },
    { mark: '2-0', from: '0-0' },
  ]
  expect(nativeFigures({ lines, floats, notes }, places, 3, grid)).toMatchObject({
    floats: { count: 3, onSamePage: 1, farthest: 2 },
    notes: { count: 2, away: 1 },
  })
})
