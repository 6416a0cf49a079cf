import { describe, expect, test } from 'vitest'
import { planPages, type PartStart } from '../../../src/press/print/plan-pages.js'

const kinds = { c: 'cover', t: 'contents', a: 'article', r: 'article', k: 'colophon' } as const

/** `c1 t2 a3 r1`: kinds and lengths; `r` is an article that must begin on a recto, `_` before it a blank page. */
function issue(text: string) {
  const parts: PartStart[] = []
  const pageOf = new Map<string, number>()
  const blanksBefore = new Set<string>()
  let page = 0
  text.split(' ').forEach((word, index) => {
    const [, blank, letter = 'a', length] = /^(_?)([ctark])(\d+)$/.exec(word) ?? []
    const id = `p${index}`
    if (blank === '_') {
      blanksBefore.add(id)
      page += 1
    }
    parts.push({ id, kind: kinds[letter as keyof typeof kinds], start: letter === 'r' ? 'recto' : 'page' })
    pageOf.set(id, page)
    pageOf.set(`${id}--end`, page + Number(length) - 1)
    page += Number(length)
  })
  return { parts, printed: { pageCount: page, pageOf, blanksBefore } }
}

describe('planning pages', () => {
  test.each([
    // printed, folios of the next print, parts with a blank page before them
    ['a1', '1', ''],
    ['a2 a3', '1 2 3 4 5', ''],
    ['a1 r1', '1 - 2'.replace('2', '3'), 'p1'],
    ['a1 _r1', '1 - 3', 'p1'],
    ['a2 _r1', '1 2 3', ''],
    ['c1 t1 a2 k1', '- i 1 2 3', ''],
    ['c1 t2 a1', '- i ii - 1', 'p2'],
    ['c1 a1', '- - 1', 'p1'],
    ['c2 t1 _a1 a1 r1', '- - i - 1 2 3', 'p2'],
    ['c1 t1', '1 2', ''],
  ])('%s → %s', (text, folios, blanks) => {
    const { parts, printed } = issue(text)
    const plan = planPages(printed, parts)
    expect(plan.pagination.folios.map((folio) => folio ?? '-').join(' ')).toBe(folios)
    expect([...plan.blanksBefore].join(' ')).toBe(blanks)
    expect(plan.pagination.pageCount).toBe(plan.pagination.folios.length)
  })

  test('everything in a part moves with it', () => {
    const { parts, printed } = issue('a1 r3 a1')
    expect(Object.fromEntries(planPages(printed, parts).pagination.pageOf)).toEqual({
      p0: 0,
      'p0--end': 0,
      p1: 2,
      'p1--end': 4,
      p2: 5,
      'p2--end': 5,
    })
  })

  test('a plan that was carried out plans the same again', () => {
    const { parts, printed } = issue('c1 t2 a3 r1 a2 r2 k1')
    const first = planPages(printed, parts)
    const { pageCount, pageOf } = first.pagination
    expect(planPages({ pageCount, pageOf, blanksBefore: first.blanksBefore }, parts)).toEqual(first)
  })

  test('a part without a page is refused', () => {
    const { parts } = issue('a1')
    expect(() => planPages({ pageCount: 1, pageOf: new Map(), blanksBefore: new Set() }, parts)).toThrow(/p0/)
  })
})
