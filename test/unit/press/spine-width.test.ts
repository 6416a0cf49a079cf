import { expect, test } from 'vitest'
import { spineWidth } from '../../../src/press/spine-width.js'

test.each([
  ['leaves by the thickness of one', 202, { paperThickness: 0.1 }, 10],
  [
    'without the last leaf when it is the cover’s',
    202,
    { paperThickness: 0.1, back: 'last-page' as const },
    9.9,
  ],
  ['an odd page takes a leaf', 201, { paperThickness: 0.1 }, 10],
  ['80 g/m² of 1.25 cm³/g are 0.1 mm', 202, { grammage: 80, bulk: 1.25 }, 10],
  ['as the printer says', 202, { spine: 9.4 }, 9.4],
  ['no leaf', 1, { paperThickness: 0.1, back: 'last-page' as const }, 0],
])('%s', (_, pages, cover, width) => {
  expect(spineWidth(pages, cover)).toBe(width)
})
