import { expect, test } from 'vitest'
import type { Slice } from '../../../src/issue/index.js'
import { spaceRun } from '../../../src/makeup/in-page/space-run.js'

const line: Slice = { block: 0, kind: 'line', index: 0, height: 1 }
const heading: Slice = {
  block: 1,
  kind: 'block',
  index: 0,
  height: 2,
  spaceBefore: 1,
  inset: 10,
  natural: 24,
}
const row: Slice = { block: 2, kind: 'row', index: 0, height: 1, natural: 16.5, flowing: true }

test('lines follow one another', () => {
  expect(spaceRun([line, line, line], 22, false)).toEqual({ start: 0, margins: [0, 0, 0], end: 66 })
})

test('what units leave over stands above and below a block', () => {
  expect(spaceRun([line, heading, line], 22, false)).toEqual({ start: 0, margins: [0, 32, 10], end: 110 })
})

test('a block at the top of its frame stands flush, and the text below it does not move', () => {
  expect(spaceRun([heading, line], 22, true)).toEqual({ start: 0, margins: [0, 20], end: 66 })
})

test('rows that go on keep their distances, lower by what they had begun above their units', () => {
  const rows = [
    { ...row, inset: -5.5 },
    { ...row, inset: -11 },
    { ...line, block: 3 },
  ]
  expect(spaceRun(rows, 22, true)).toEqual({ start: 0, margins: [0, 0, 11], end: 66 })
})
