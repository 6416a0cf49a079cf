import { expect, test } from 'vitest'
import { formatUnicodeRange, inRanges, parseUnicodeRange } from '../../../src/theme/unicode-range.js'

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

test('writes the shortest value and reads it back', () => {
  const value = formatUnicodeRange([0x43, 0x41, 0x42, 0x20bb7, 0x41])
  expect(value).toBe('U+41-43, U+20BB7')
  expect(inRanges(parseUnicodeRange(value), 0x42)).toBe(true)
  expect(inRanges(parseUnicodeRange(value), 0x44)).toBe(false)
})
