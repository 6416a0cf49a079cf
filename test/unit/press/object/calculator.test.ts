import { expect, test } from 'vitest'
import { compileCalculator } from '../../../../src/press/pdf/object/calculator.js'

test.each([
  ['{ 2 mul }', [3], [6]],
  ['{ dup 0.5 gt { 1 exch sub } { 2 mul } ifelse }', [0.75], [0.25]],
  ['{ dup 0.5 gt { 1 exch sub } { 2 mul } ifelse }', [0.25], [0.5]],
  ['{ % a remark with } in it\n 1 add }', [1], [2]],
  ['{ 3 1 roll }', [1, 2, 3], [3, 1, 2]],
  ['{ 3 -1 roll }', [1, 2, 3], [2, 3, 1]],
  ['{ 2 copy }', [1, 2], [1, 2, 1, 2]],
  ['{ 1 index }', [1, 2], [1, 2, 1]],
  ['{ 0 div }', [1], [0]],
  ['{ 0 mod 0 idiv }', [1], [0]],
  ['{ true false or not }', [], [0]],
  ['{ 1 3 bitshift -1 bitshift }', [], [4]],
  ['{ -1 sqrt }', [], [0]],
  ['{ 999999999 1 roll }', [1, 2], [1, 2]],
  ['{ 999999999 copy }', [1, 2], [1, 2, 1, 2]],
])('%s', (source, inputs, outputs) => {
  expect(compileCalculator(source)(inputs)).toEqual(outputs)
})

test.each(['', '1 add', '{ 1 add', '{ 1 nonsense }', '{ 1 constructor }', '{ true if }'])(
  '%s is no program',
  (source) => {
    expect(() => compileCalculator(source)).toThrow()
  },
)
