import { describe, expect, it } from 'vitest'
import { composeIssue } from '../../../src/compose/index.js'
import { faultsOf } from './check-plan.js'
import type { Galley } from '../../../src/issue/galley.js'
import type { ComposeGeometry, ComposeOptions } from '../../../src/issue/page-plan.js'

const GEOMETRY: ComposeGeometry = { columns: 2, lines: 10, notes: { at: 'page', separator: 60, gap: 20 } }

function part(
  id: string,
  lines: number,
  start: ComposeOptions['start'],
  notes = 0,
): { galley: Galley; options: ComposeOptions } {
  const galley: Galley = {
    id,
    blocks: [{ key: `${id}-b`, role: 'text' }],
    containers: [],
    slices: Array.from({ length: lines }, (_, index) => ({
      block: 0,
      kind: 'line' as const,
      index,
      height: 1,
    })),
    floats: [],
    notes: [],
    openingNotes: Array.from({ length: notes }, (_, i) => ({ key: `${id}-n${i}`, strips: [80] })),
  }
  return { galley, options: { start } }
}

describe('composeIssue', () => {
  it.each([
    ['new pages', [part('a', 30, 'page'), part('b', 10, 'page')], ['a0', 'a1', 'b0']],
    ['a blank page before a recto', [part('a', 10, 'page'), part('b', 10, 'recto')], ['a0', '', 'b0']],
    [
      'no blank page when the recto is next',
      [part('a', 30, 'page'), part('b', 10, 'recto')],
      ['a0', 'a1', 'b0'],
    ],
    ['an article that runs on', [part('a', 6, 'page'), part('b', 30, 'run-on')], ['a0 b0', 'b1']],
    ['no room to run on', [part('a', 18, 'page'), part('b', 4, 'run-on')], ['a0', 'b0']],
    ['a short piece that ends in little room', [part('a', 12, 'page'), part('b', 4, 'run-on')], ['a0 b0']],
    [
      'a long piece with as little room',
      [part('a', 12, 'page'), part('b', 40, 'run-on')],
      ['a0', 'b0', 'b1'],
    ],
    ['three on a page', [part('a', 4, 'page'), part('b', 4, 'run-on'), part('c', 4, 'run-on')], ['a0 b0 c0']],
    ['nothing before it', [part('a', 4, 'run-on')], ['a0']],
  ])('%s', (_, parts, wanted) => {
    const plan = composeIssue(parts, GEOMETRY)
    expect(
      plan.sheets.map((sheet) =>
        sheet.parts.map(({ article, page }) => `${plan.articles[article]?.id}${page}`).join(' '),
      ),
    ).toEqual(wanted)
    expect(plan.sheets.map((sheet) => sheet.side)).toEqual(
      plan.sheets.map((_, i) => (i % 2 === 0 ? 'recto' : 'verso')),
    )
    expect(plan.statistics.pages).toBe(plan.sheets.length)
    for (const sheet of plan.sheets) {
      for (const { article, page } of sheet.parts)
        expect(plan.articles[article]?.pages[page]?.side).toBe(sheet.side)
    }
  })

  const jump = (pages: number, after: number) => ({ start: 'page' as const, jump: { pages, after } })
  it.each([
    [
      'the rest on pages of its own',
      [{ ...part('a', 70, 'page'), options: jump(2, 1) }, part('b', 40, 'page'), part('c', 8, 'page')],
      ['a0', 'a1', 'b0', 'b1', 'a2', 'a3', 'c0'],
    ],
    [
      'the rest below the end of the article it is sent behind',
      [{ ...part('a', 24, 'page'), options: jump(1, 1) }, part('b', 24, 'page'), part('c', 8, 'page')],
      ['a0', 'b0', 'b1 a1', 'c0'],
    ],
    [
      'two rests behind one article',
      [
        { ...part('a', 22, 'page'), options: jump(1, 2) },
        { ...part('b', 22, 'page'), options: jump(1, 2) },
        part('c', 4, 'page'),
      ],
      ['a0', 'b0', 'c0 a1', 'b1'],
    ],
    ['no rest', [{ ...part('a', 18, 'page'), options: jump(1, 1) }, part('b', 4, 'page')], ['a0', 'b0']],
  ])('jumps: %s', (_, parts, wanted) => {
    const plan = composeIssue(parts, GEOMETRY)
    expect(
      plan.sheets.map((sheet) =>
        sheet.parts.map(({ article, page }) => `${plan.articles[article]?.id}${page}`).join(' '),
      ),
    ).toEqual(wanted)
    for (const { side, parts: standing } of plan.sheets)
      for (const { article, page } of standing) expect(plan.articles[article]?.pages[page]?.side).toBe(side)
    parts.forEach(({ galley }, at) => {
      const found = plan.articles[at]
      if (found) expect(faultsOf(galley, GEOMETRY, found)).toEqual([])
    })
    const front = wanted.length === parts.length ? undefined : plan.articles[0]
    expect(plan.warnings.map(({ kind }) => kind)).toEqual(wanted.length === 2 ? ['jump-needless'] : [])
    if (front === undefined) return
    const turn = parts[0]?.options.jump?.pages ?? 0
    expect(front.pages.map(({ jumpTo }) => jumpTo)).toEqual(
      front.pages.map((_page, at) => (at === turn - 1 ? 9 : undefined)),
    )
    expect(front.pages.flatMap((page, at) => (page.jumpFrom === undefined ? [] : [at]))).toEqual([turn])
    expect(front.pages[turn]?.start).toBe((front.pages[turn]?.jumpFrom ?? 0) + 2)
  })

  it('notes of a shared page stand in the order of their articles', () => {
    const plan = composeIssue([part('a', 4, 'page', 1), part('b', 4, 'run-on', 2)], {
      ...GEOMETRY,
      lines: 14,
    })
    expect(plan.sheets).toHaveLength(1)
    expect(plan.articles.map(({ pages }) => pages[0]?.notes.map(({ top, height }) => [top, height]))).toEqual(
      [[[9, 2]], [[11, 3]]],
    )
  })

  it('a last page that is hardly begun is no fault when the next article may run on below it', () => {
    const costs = (start: ComposeOptions['start']): number | undefined =>
      composeIssue([part('a', 42, 'page'), part('b', 4, start)], { ...GEOMETRY, lines: 20 }).articles[0]
        ?.statistics.costs.lastPageShort
    expect(costs('page')).toBeGreaterThan(0)
    expect(costs('run-on')).toBeUndefined()
  })

  it('begins below the text and ends above the notes of the article before', () => {
    const plan = composeIssue([part('a', 4, 'page', 1), part('b', 40, 'run-on')], GEOMETRY)
    const page = plan.articles[1]?.pages[0]
    expect(page?.start).toBe(4)
    expect(page?.frames.map((frame) => [frame.top, frame.height])).toEqual([
      [4, 4],
      [4, 4],
    ])
  })
})
