import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeArticle, composeGreedily } from '../../../src/compose/index.js'
import { composeWith } from '../../../src/compose/pages/compose-article.js'
import { EXHAUSTIVE, NARROW } from '../../../src/compose/pages/effort.js'
import type { Galley, Slice } from '../../../src/issue/galley.js'
import type { ComposeGeometry } from '../../../src/issue/page-plan.js'
import { composeByForce } from './brute-force.js'
import { faultsOf, overlapFaults } from './check-plan.js'
import { ANY, galleys, TINY, tiny } from './random-galley.js'

const OPTIONS = { start: 'page' } as const
const GEOMETRY: ComposeGeometry = { columns: 2, lines: 10, notes: { at: 'column', separator: 60, gap: 20 } }
const EMPTY: Galley = {
  id: 'a',
  blocks: [],
  containers: [],
  slices: [],
  floats: [],
  notes: [],
  openingNotes: [],
}

/** A galley from slices, each a block of its own unless it says otherwise. */
function galleyOf(slices: readonly Partial<Slice>[], rest: Partial<Galley> = {}): Galley {
  return {
    ...EMPTY,
    blocks: slices.map((_, i) => ({ key: `b${i}`, role: 'text' as const })),
    slices: slices.map((slice, block) => ({ block, kind: 'line', index: 0, height: 1, ...slice })),
    ...rest,
  }
}

const lines = (count: number, slice: Partial<Slice> = {}): Partial<Slice>[] =>
  Array.from({ length: count }, () => slice)

describe('a float across the columns that is called on the opening page', () => {
  const float = {
    key: 'f', kind: 'figure', width: 'page', height: 4, gap: 1, places: ['top'], home: 3, anchor: 2,
  } as const // prettier-ignore
  const slices = [{ kind: 'block', height: 3, span: 'page' } as const, ...lines(40)]
  const pageOf = (role: 'opener' | 'text'): number => {
    const galley = galleyOf(slices, { floats: [float] })
    const blocks = galley.blocks.map((block, at) => (at === 0 ? { ...block, role } : block))
    const { pages } = composeArticle({ ...galley, blocks }, GEOMETRY, OPTIONS)
    return pages.findIndex(({ frames }) =>
      frames.some(({ items }) => items.some(({ type }) => type === 'float')),
    )
  }

  it('does not stand above the title', () => expect(pageOf('opener')).toBe(1))
  it('stands above what is no title', () => expect(pageOf('text')).toBe(0))
})

describe('composeArticle', () => {
  it('puts everything on pages, in order, without overlap, at the cost it claims', () => {
    fc.assert(
      fc.property(galleys(ANY), ({ galley, geometry }) => {
        const composed = composeWith(NARROW, galley, geometry, OPTIONS)
        expect(faultsOf(galley, geometry, composed.plan)).toEqual([])
        expect(composed.plan.statistics.cost).toBe(composed.cost)
      }),
      { numRuns: 2000 },
    )
  })

  it('does so below and above what other articles have of its first page', () => {
    const taken = fc.record({
      start: fc.integer({ min: 1, max: 5 }),
      foot: fc.integer({ min: 0, max: 3 }),
      jump: fc.option(
        fc.record({
          page: fc.integer({ min: 1, max: 3 }),
          side: fc.constantFrom('recto' as const, 'verso' as const),
          start: fc.integer({ min: 0, max: 4 }),
          foot: fc.integer({ min: 0, max: 3 }),
        }),
        { nil: undefined },
      ),
    })
    fc.assert(
      fc.property(galleys(ANY), taken, ({ galley, geometry }, { start, foot, jump }) => {
        const tall = { ...geometry, lines: geometry.lines + 9 }
        const composed = composeWith(NARROW, galley, tall, OPTIONS, { side: 'verso', start, foot, jump })
        const [first] = composed.plan.pages
        const within = { ...tall, lines: tall.lines - foot }
        expect(faultsOf(galley, tall, composed.plan)).toEqual([])
        expect(overlapFaults(within, first)).toEqual([])
        expect(first?.start).toBe(start)
        expect(composed.plan.statistics.cost).toBe(composed.cost)
      }),
      { numRuns: 150 },
    )
  })

  it('finds the optimum that brute force finds', () => {
    fc.assert(
      fc.property(tiny(TINY), ({ galley, geometry }) => {
        const best = composeByForce(galley, geometry)
        expect(composeWith(EXHAUSTIVE, galley, geometry, OPTIONS).cost).toBe(best.cost)
        const { statistics } = composeArticle(galley, geometry, OPTIONS)
        expect(Math.floor(statistics.cost / 1e6)).toBe(Math.floor(best.cost / 1e6))
        if (!statistics.costs.forbiddenBreak) expect(statistics.loneLines).toBe(best.fewestLone)
      }),
      { numRuns: 150 },
    )
  })

  it('costs no more than first fit and gives the same plan each time', () => {
    fc.assert(
      fc.property(galleys({ ...ANY, blocks: 24 }), ({ galley, geometry }) => {
        const plan = composeArticle(galley, geometry, OPTIONS)
        const greedy = composeGreedily(galley, geometry, OPTIONS)
        expect(faultsOf(galley, geometry, greedy)).toEqual([])
        expect(plan.statistics.cost).toBeLessThanOrEqual(greedy.statistics.cost)
        expect(composeArticle(structuredClone(galley), geometry, OPTIONS)).toEqual(plan)
      }),
      { numRuns: 120 },
    )
  })

  it('has no lone line, broken keep or heading at the foot that a search of everything avoids', () => {
    const bounds = { ...ANY, blocks: 12, lines: [5, 9] as const, columns: [1, 2], floats: 0, wide: false }
    fc.assert(
      fc.property(
        galleys(bounds).filter(({ galley }) => galley.slices.length > 20),
        ({ galley, geometry }) => {
          const { statistics } = composeArticle(galley, geometry, OPTIONS)
          const everything = composeWith(EXHAUSTIVE, galley, geometry, OPTIONS)
          expect(Math.floor(statistics.cost / 1e6)).toBe(Math.floor(everything.cost / 1e6))
        },
      ),
      { numRuns: 25 },
    )
  })

  it('tries every height of the note area before it leaves a line alone', () => {
    const paragraph = (count: number, notes: readonly number[] = []): Partial<Slice>[] =>
      Array.from({ length: count }, (_, i) => ({
        index: i,
        breakBefore: i === 1 || i === count - 1 ? ('lone' as const) : ('free' as const),
        notes: i === count - 1 ? notes : [],
      }))
    const paragraphs = [paragraph(3), [{ kind: 'block', spaceBefore: 1 } as const], paragraph(3)]
    paragraphs.push(paragraph(6, [0, 1]), paragraph(8))
    const galley: Galley = {
      ...EMPTY,
      blocks: paragraphs.map((_, i) => ({
        key: `b${i}`,
        role: i === 1 ? ('other' as const) : ('text' as const),
      })),
      slices: paragraphs.flatMap((slices, block) =>
        slices.map((slice) => ({ block, kind: 'line' as const, index: 0, height: 1, ...slice })),
      ),
      notes: [
        { key: 'n0', strips: [80] },
        { key: 'n1', strips: [80, 80] },
      ],
    }
    const geometry: ComposeGeometry = { columns: 2, lines: 5, notes: { at: 'page', separator: 60, gap: 20 } }
    expect(composeArticle(galley, geometry, OPTIONS).statistics.loneLines).toBe(0)
  })

  it('keeps a number of states that grows with the pages', () => {
    const paragraph = lines(6).map((_, i) => ({
      breakBefore: i === 1 || i === 5 ? ('lone' as const) : ('free' as const),
    }))
    const counts = [10, 20, 40].map((pages) => {
      const slices = Array.from({ length: (pages * 20) / 6 }, () => paragraph).flat()
      return composeWith(undefined, galleyOf(slices), GEOMETRY, OPTIONS).states / pages
    })
    expect(Math.max(...counts)).toBeLessThan(2 * Math.min(...counts))
  })
})

describe('pages of an article', () => {
  it.each([
    ['an empty galley', EMPTY, 1],
    ['one line', galleyOf(lines(1)), 1],
    ['columns that are just full', galleyOf(lines(20)), 1],
    ['a forced page break', galleyOf([...lines(4), { breakBefore: 'page' }, ...lines(3)]), 2],
    ['a forced column break', galleyOf([...lines(4), { breakBefore: 'column' }, ...lines(3)]), 1],
    ['a spanning slice', galleyOf([...lines(8), { span: 'page', height: 4 }, ...lines(4)]), 1],
  ])('%s', (_, galley, pages) => {
    const plan = composeArticle(galley, GEOMETRY, OPTIONS)
    expect(plan.pages).toHaveLength(pages)
    expect(plan.warnings).toEqual([])
    expect(faultsOf(galley, GEOMETRY, plan)).toEqual([])
  })

  it('ends level at the end and above a spanning slice', () => {
    const galley = galleyOf([...lines(6), { span: 'page', height: 2 }, ...lines(7)])
    const { pages, statistics } = composeArticle(galley, GEOMETRY, OPTIONS)
    const tops = pages[0]?.frames.map((frame) => [frame.column, frame.top, frame.items.length])
    expect(tops).toEqual([
      [0, 0, 1],
      [1, 0, 1],
      ['page', 3, 1],
      [0, 5, 1],
      [1, 5, 1],
    ])
    expect(statistics.levelDifference).toBe(1)
  })

  it('repeats the head of a table that goes on', () => {
    const containers = [{ key: 't', kind: 'table' as const, opening: 2, closing: 0, repeatedHead: 'h' }]
    const galley = galleyOf(lines(36, { kind: 'row', containers: [0] }), { containers })
    const { pages } = composeArticle(galley, GEOMETRY, OPTIONS)
    const runs = pages.flatMap((page) => page.frames.flatMap((frame) => frame.items))
    expect(runs[0]).toMatchObject({ top: 0, continued: [], continues: [0] })
    expect(runs[1]).toMatchObject({ top: 2, continued: [0] })
  })

  it('puts opening notes at the foot of the first page, before the others', () => {
    const note = { key: 'n', strips: [80, 80] }
    const galley = galleyOf([{ notes: [0] }, ...lines(30)], {
      notes: [note],
      openingNotes: [{ ...note, key: 'o' }],
    })
    const { pages } = composeArticle(
      galley,
      { ...GEOMETRY, notes: { ...GEOMETRY.notes, at: 'page' } },
      OPTIONS,
    )
    expect(pages[0]?.notes).toEqual([
      {
        column: 'page',
        top: 6,
        height: 4,
        notes: [
          { list: 'opening', note: 0, from: 0, to: 2 },
          { list: 'notes', note: 0, from: 0, to: 2 },
        ],
      },
    ])
  })

  it('lets a float that does not fit go to the top of the next column', () => {
    const float = {
      key: 'f',
      kind: 'figure',
      width: 'column',
      height: 5,
      gap: 1,
      home: 8,
      anchor: 7,
    } as const
    const galley = galleyOf(lines(60), { floats: [{ ...float, places: ['here', 'top'] }] })
    const { pages, statistics } = composeArticle(galley, GEOMETRY, OPTIONS)
    expect(pages[0]?.frames[1]?.items[0]).toMatchObject({ type: 'float', place: 'top', top: 0 })
    expect(pages[0]?.frames[0]?.items[0]).toMatchObject({ from: 0, to: 10 })
    expect(statistics.floatDistances).toEqual([0])
  })
})

describe('bad input', () => {
  const float = {
    key: 'f',
    kind: 'figure',
    width: 'column',
    gap: 1,
    home: 2,
    anchor: 1,
    places: ['here'],
  } as const
  const long = { key: 'n', strips: Array.from({ length: 40 }, () => 80) }
  it.each([
    ['a slice taller than the page', galleyOf([...lines(3), { height: 30 }, ...lines(3)]), ['block-scaled']],
    [
      'a float taller than the page',
      galleyOf(lines(5), { floats: [{ ...float, height: 11 }] }),
      ['float-scaled'],
    ],
    [
      'keeps that cannot be kept',
      galleyOf(lines(25, { breakBefore: 'forbidden' })),
      ['keep-broken', 'keep-broken'],
    ],
    [
      'lone lines that cannot be helped',
      galleyOf([{}, ...lines(24, { breakBefore: 'lone' })]),
      ['lone-line', 'lone-line'],
    ],
    [
      'a note longer than a page',
      galleyOf([...lines(3), { notes: [0] }, ...lines(40)], { notes: [long] }),
      ['note-split-long'],
    ],
    [
      'a note strip taller than the page',
      galleyOf([{ notes: [0] }], { notes: [{ key: 'n', strips: [2000] }] }),
      ['block-scaled', 'note-split-long'],
    ],
    ['a note that nothing calls', galleyOf(lines(3), { notes: [{ key: 'n', strips: [80] }] }), []],
    ['notes and no text', { ...EMPTY, openingNotes: [long] }, ['note-split-long']],
  ])('%s', (_, galley, kinds) => {
    const plan = composeArticle(galley, GEOMETRY, OPTIONS)
    expect(faultsOf(galley, GEOMETRY, plan)).toEqual([])
    expect([...new Set(plan.warnings.map((warning) => warning.kind))]).toEqual([...new Set(kinds)])
  })
})
