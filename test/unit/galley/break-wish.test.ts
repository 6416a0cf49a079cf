import { expect, test } from 'vitest'
import { breakWish, lineBreak, stronger } from '../../../src/galley/in-page/break-wish.js'

test.each([
  ['auto', 'free'],
  ['avoid', 'forbidden'],
  ['avoid-page', 'forbidden'],
  ['column', 'column'],
  ['page', 'page'],
  ['recto', 'page'],
  ['left', 'page'],
] as const)('%s is %s', (value, wish) => {
  expect(breakWish(value)).toBe(wish)
})

test('lines of a paragraph of five, two and two kept together', () => {
  expect([1, 2, 3, 4].map((index) => lineBreak(index, 5, 2, 2))).toEqual(['lone', 'free', 'free', 'lone'])
})

test('of two wishes the stronger one holds', () => {
  expect(stronger('free', 'lone')).toBe('lone')
  expect(stronger('page', 'forbidden')).toBe('page')
})
