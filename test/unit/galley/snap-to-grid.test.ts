import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { NaturalSlice } from '../../../src/galley/in-page/natural-slice.js'
import { snapToGrid } from '../../../src/galley/in-page/snap-to-grid.js'

const pitch = 22

/** A slice from px: box, and line within it when it has padding around. */
function slice(
  fit: NaturalSlice['fit'],
  top: number,
  bottom: number,
  more: Partial<NaturalSlice> = {},
): NaturalSlice {
  return {
    block: 0,
    kind: fit === 'solid' ? 'block' : 'line',
    index: 0,
    role: 'text',
    fit,
    top,
    bottom,
    lineTop: top,
    lineBottom: bottom,
    span: false,
    containers: [],
    breakBefore: 'free',
    notes: [],
    ...more,
  }
}

const units = (slices: readonly NaturalSlice[]): (readonly [number, number])[] =>
  snapToGrid(slices, pitch).map(({ spaceBefore, height }) => [spaceBefore, height] as const)

test.each([
  ['lines that follow one another', [slice('grid', 0, 22), slice('grid', 22, 44)], [[0, 1], [0, 1]]],
  ['a paragraph one line below', [slice('grid', 0, 22), slice('grid', 44, 66)], [[0, 1], [1, 1]]],
  ['half a line of margin becomes a line', [slice('grid', 0, 22), slice('grid', 33.2, 55.2)], [[0, 1], [1, 1]]],
  ['a heading of 1.4 with 1 above and 0.6 below is three lines', [slice('grid', 0, 22), slice('solid', 44, 74.8), slice('grid', 88, 110)], [[0, 1], [1, 2], [0, 1]]],
  ['a figure with no margins is rounded up', [slice('grid', 0, 22), slice('solid', 22, 62), slice('grid', 62, 84)], [[0, 1], [0, 2], [0, 1]]],
  ['padding of a box takes whole lines on both sides', [slice('grid', 0, 42, { lineTop: 10, lineBottom: 32 })], [[0, 3]]],
  ['space above a block across the columns is part of it', [slice('grid', 0, 22), slice('solid', 44, 88, { span: true }), slice('grid', 110, 132)], [[0, 1], [0, 4], [0, 1]]],
  ['a rule below the last row is within the row, not within the note that follows', [slice('flowing', 0, 16.5, { run: 1 }), slice('flowing', 16.5, 46, { run: 1 }), slice('flowing', 44, 60.5, { run: 1 })], [[0, 1], [0, 2], [0, 0]]],
  ['a run off the grid is rounded up as a whole', [0, 1, 2, 3].map((i) => slice('flowing', i * 16.5, (i + 1) * 16.5, { run: 1 })), [[0, 1], [0, 1], [0, 1], [0, 0]]],
] as const)('%s', (_, slices, expected) => {
  expect(units(slices)).toEqual(expected)
}) // prettier-ignore

test('what a line leaves over belongs above it, inside the box that begins with it', () => {
  expect(snapToGrid([slice('grid', 0, 32, { lineTop: 10 })], pitch)[0]).toEqual({
    height: 2,
    spaceBefore: 0,
    inset: 12,
    natural: 32,
  })
})

test('any flow: boxes never overlap, lines stand on the grid, nothing is taller than its units', () => {
  const piece = fc.record({
    fit: fc.constantFrom('grid', 'solid', 'flowing' as const),
    gap: fc.integer({ min: 0, max: 60 }),
    height: fc.integer({ min: 1, max: 200 }),
    padding: fc.integer({ min: 0, max: 30 }),
  })
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 20 }), (pieces) => {
      let y = 0
      const slices = pieces.map(({ fit, gap, height, padding }, index) => {
        const top = y + gap
        const bottom = top + (fit === 'grid' ? padding + pitch : height)
        y = bottom
        return slice(fit, top, bottom, {
          lineTop: fit === 'grid' ? top + padding : top,
          run: fit === 'flowing' ? index : undefined,
        })
      })
      let unit = 0
      let end = 0
      for (const [index, one] of snapToGrid(slices, pitch).entries()) {
        unit += one.spaceBefore
        const top = unit * pitch + one.inset
        expect(top).toBeGreaterThanOrEqual(end - 0.2)
        end = top + one.natural
        unit += one.height
        expect(end).toBeLessThanOrEqual(unit * pitch + 0.2)
        const natural = slices[index]
        if (natural?.fit !== 'grid') continue
        const line = (top + natural.lineTop - natural.top) / pitch
        expect(Math.abs(line - Math.round(line))).toBeLessThan(0.001)
      }
    }),
  )
})
