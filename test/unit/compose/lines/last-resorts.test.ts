import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { planLines } from '../../../../src/compose/index.js'
import type { LineParagraph, LineStyle, PlannedLines } from '../../../../src/issue/index.js'
import { em, halfAtEnd, paragraph, tokenWidth } from './set-text.js'

const style: LineStyle = { em, autospace: true, call: false, language: 'zh-Hans', hyphens: true }
const setting = { ...halfAtEnd, hyphens: { word: 6, before: 3, after: 3 } }

/** With how many times tokens were measured: once more where last resorts were tried. */
async function plan(of: LineParagraph): Promise<{ plan: PlannedLines | undefined; measured: number }> {
  let measured = 0
  const [found] = await planLines([of], [style], setting, async (tokens) => {
    measured++
    return tokens.map(tokenWidth)
  })
  return { plan: found, measured }
}

function lines(text: string, found: PlannedLines | undefined): string[] {
  const starts = [0, ...(found?.breaks ?? [])]
  return starts.map((start, i) => text.slice(start, starts[i + 1]))
}

const han = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'

describe('ideographs closer than solid', () => {
  const text = `${han.slice(0, 9)}，${han.slice(10, 19)}——${han}`

  it('keep a dash in its line, by less than their side bearings', async () => {
    const { plan: found } = await plan(paragraph(text, 20))
    expect(lines(text, found)[0]).toBe(text.slice(0, 21))
    expect(found?.lines[0]?.gap).toBeLessThan(0)
    expect(found?.lines[0]?.gap).toBeGreaterThanOrEqual(-0.03)
  })

  it('take from the line what the mark in it cannot give', async () => {
    const { plan: found } = await plan(paragraph(text, 20))
    const given = found?.adjustments.filter(({ to }) => to <= 21) ?? []
    const mark = given.find(({ from }) => from === 9)
    expect(mark?.after).toBeCloseTo(-em / 2)
    const taken = given.reduce((sum, { from, to, letters = 0 }) => sum + letters * (to - from), 0)
    expect(taken).toBeLessThanOrEqual(-em / 2)
    expect(taken).toBeGreaterThan(-em / 2 - 0.5)
  })

  it('are not tried where a line is solid without them', async () => {
    const fine = `${han.slice(0, 20)}${han}`
    const { plan: found, measured } = await plan(paragraph(fine, 20))
    expect(measured).toBe(1)
    expect(found?.adjustments).toEqual([])
  })

  it('are not used where a line is only a little loose', async () => {
    const { plan: found, measured } = await plan(paragraph(`${han.slice(0, 20)}》${han}`, 20))
    expect(measured).toBe(1)
    expect(found?.lines[0]?.gap).toBeGreaterThan(0.05)
  })
})

describe('words divided at last', () => {
  it.each<[string, string]>([
    ['Python', 'Py'],
    ['spillover', 'spill'],
    ['GitHub', 'Git'],
  ])('%s', async (word, part) => {
    const text = `${han.slice(0, 17)}${word}${han}`
    const { plan: found } = await plan(paragraph(text, 18 + part.length / 2))
    expect(lines(text, found)[0]).toBe(`${han.slice(0, 17)}${part}`)
    expect(found?.hyphens).toEqual([17 + part.length])
  })

  it('stay whole where the line is good without', async () => {
    const text = `${han.slice(0, 20)}Python${han}`
    const { plan: found } = await plan(paragraph(text, 20))
    expect(found?.hyphens).toEqual([])
  })
})

describe('marks wider than theirs', () => {
  it('relieve a line of a little more looseness than is left without a name', async () => {
    const text = `${han.slice(0, 5)}。${han.slice(5, 10)}、${han.slice(10, 14)}CRISPR${han}`
    const { plan: found } = await plan(paragraph(text, 17.05))
    expect(found?.lines[0]?.gap).toBeCloseTo(0.05, 2)
    const [first, second] = found?.adjustments ?? []
    expect(first).toMatchObject({ from: 5 })
    expect(first?.after).toBeGreaterThan(0)
    expect(first?.after).toBeLessThanOrEqual(em / 4)
    expect(second?.after).toBeCloseTo(first?.after ?? 0)
  })

  it('keep to themselves where the line stays loose all the same', async () => {
    const text = `${han.slice(0, 5)}，${han.slice(5, 10)}CRISPR${han}`
    const { plan: found } = await plan(paragraph(text, 13))
    expect(found?.lines[0]?.gap).toBeGreaterThan(0.06)
    expect(found?.adjustments.filter(({ to }) => to <= 11)).toEqual([])
  })
})

/** Text that is hard to set: long words, few marks. */
const hard = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...han) },
      { weight: 1, arbitrary: fc.constantFrom(...'，。、“”（）') },
      {
        weight: 1,
        arbitrary: fc.constantFrom('CRISPR', 'spillover', 'organization', '2022年', '——', '……', ' '),
      },
    ),
    { minLength: 10, maxLength: 80 },
  )
  .map((parts) => parts.join(''))

test('any text: last resorts lose nothing, keep to their limits, and make no paragraph looser', async () => {
  await fc.assert(
    fc.asyncProperty(hard, fc.integer({ min: 8, max: 24 }), async (text, characters) => {
      const of = paragraph(text, characters)
      const { plan: found, measured } = await plan(of)
      if (found === undefined || measured === 1) return
      const set = lines(text, found)
      expect(set.join('')).toBe(text)
      for (const line of set.slice(1)) expect(line.trim()).not.toMatch(/^[，。、”）—…]/u)
      for (const line of set.slice(0, -1)) expect(line.trim()).not.toMatch(/[“（]$/u)
      let end = 0
      for (const { from, to, after = 0, letters = 0 } of found.adjustments) {
        expect(from).toBeGreaterThanOrEqual(end)
        expect(letters).toBeGreaterThanOrEqual(-0.03 * em)
        expect(after).toBeLessThanOrEqual(em / 2)
        end = to
      }
      for (const { gap } of found.lines) expect(gap).toBeGreaterThanOrEqual(-0.03)
    }),
    { numRuns: 200 },
  )
})
