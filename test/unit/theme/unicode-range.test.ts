import { expect, test } from 'vitest'
import { inRanges, intersectUnicodeRanges, parseUnicodeRange } from '../../../src/theme/unicode-range.js'

test.each([
  ['U+26', [[0x26, 0x26]]],
  [
    'u+0-7F, U+A0-FF',
    [
      [0, 0x7f],
      [0xa0, 0xff],
    ],
  ],
  ['U+4??', [[0x400, 0x4ff]]],
  ['', []],
])('reads %s', (value, ranges) => {
  expect(parseUnicodeRange(value)).toEqual(ranges)
})

test.each(['26', 'U+', 'U+GG', 'U+1-2-3', 'U+1234567'])('refuses %s', (value) => {
  expect(() => parseUnicodeRange(value)).toThrow(RangeError)
})

test.each([
  ['U+41-50, U+20BB7', 'U+4E-60, U+20000-2FFFF', 'U+4E-50, U+20BB7'],
  ['U+41', 'U+42', ''],
])('%s and %s share %s', (one, other, shared) => {
  expect(intersectUnicodeRanges(one, other)).toBe(shared)
})

test('finds a code point in ranges of any order', () => {
  expect(
    inRanges(
      [
        [9, 9],
        [1, 3],
      ],
      2,
    ),
  ).toBe(true)
  expect(
    inRanges(
      [
        [9, 9],
        [1, 3],
      ],
      4,
    ),
  ).toBe(false)
})
