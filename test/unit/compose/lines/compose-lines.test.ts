import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { composeLines, splitParagraphs } from '../../../../src/compose/index.js'
import { compose, em, halfAtEnd, paragraph, setText, tokenWidth } from './set-text.js'

const han = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'

describe('breaks', () => {
  it.each<[string, string, number, string[]]>([
    ['solid', '甲乙丙丁戊己庚辛', 4, ['甲乙丙丁', '戊己庚辛']],
    ['no closing mark first', '甲乙丙丁，戊己庚辛壬癸', 4, ['甲乙丙', '丁，戊己', '庚辛壬癸']],
    ['no opening mark last', '甲乙丙“丁戊己庚辛”壬癸子丑', 4, ['甲乙丙', '“丁戊己', '庚辛”壬', '癸子丑']],
    [
      'an ellipsis stays whole and with what it follows',
      '甲乙丙丁……戊己庚辛',
      5,
      ['甲乙丙', '丁……戊己', '庚辛'],
    ],
    ['a dash stays whole and begins no line', '甲乙丙丁——戊己庚辛', 5, ['甲乙丙', '丁——戊己', '庚辛']],
    ['a lone character takes company', '甲乙丙丁戊己庚辛壬', 4, ['甲乙丙', '丁戊己庚', '辛壬']],
    ['a word stays whole', '甲乙丙word丁戊己庚', 4, ['甲乙丙', 'word丁', '戊己庚']],
    ['a unit stays with its number', '甲乙丙丁2022年戊己庚辛壬', 6, ['甲乙丙丁', '2022年戊己', '庚辛壬']],
    [
      'a counted thing stays with its number',
      '甲乙丙见图12丁戊己庚辛',
      4,
      ['甲乙丙见', '图12丁', '戊己庚辛'],
    ],
    ['々 begins no line', '甲乙丙人々丁戊己庚', 4, ['甲乙丙', '人々丁戊', '己庚']],
  ])('%s', (_name, text, characters, lines) => {
    const found = setText(text, characters)
    expect(found.join('')).toBe(text)
    expect(found).toEqual(lines)
  })

  it('breaks an address at its joints', () => {
    const lines = setText('见https://example.org/one/two/three?four=five的说明', 10)
    expect(lines.length).toBeGreaterThan(2)
    for (const line of lines.slice(1, -1)) expect(line).not.toMatch(/^[/?&]/)
  })

  it('leaves to the browser what has no lines by our rules', () => {
    expect(compose(paragraph('甲indivisibleword乙', 4))).toBeUndefined()
    expect(compose(paragraph('甲乙 שלום 丙丁', 8))).toBeUndefined()
    expect(compose(paragraph('', 8))).toBeUndefined()
  })
})

describe('marks', () => {
  it('gives the half of a mark at a line’s end', () => {
    const plan = compose(paragraph('甲乙丙丁，戊己庚，辛壬癸子丑', 5))
    expect(plan?.lines.some(({ fullEnd }) => fullEnd)).toBe(false)
  })

  it('gives the half of the last mark where the last line has no room for the whole', () => {
    const last = (text: string): unknown => compose(paragraph(text, 5.6))?.adjustments.at(-1)
    expect(last('甲乙丙丁戊己庚辛壬癸。')).toEqual({ from: 10, to: 11, after: -em / 2 })
    expect(last('甲乙丙丁戊己庚辛壬。')).toBeUndefined()
  })

  it('keeps lines solid by taking from marks, evenly', () => {
    const plan = compose(paragraph('甲，乙，丙丁戊，己庚辛壬癸子', 7))
    expect(plan?.breaks).toEqual([8])
    expect(plan?.lines[0]?.gap).toBe(0)
    const [first, second] = plan?.adjustments ?? []
    expect(first?.after).toBeCloseTo(second?.after ?? 0)
    expect(first?.after).toBeLessThan(-em / 4)
  })

  it('sets all marks but those at sentence ends half in 开明式', () => {
    const text = '甲，乙。丙丁'
    const plan = compose(paragraph(text, 10), { ...halfAtEnd, marks: 'kaiming' })
    expect(plan?.adjustments).toEqual([{ from: 1, to: 2, after: -em / 2 }])
  })

  it('lets a mark keep its width at a line’s end in 全角式', () => {
    const plan = compose(paragraph('甲乙丙丁，戊己庚辛', 5), { ...halfAtEnd, marks: 'full' })
    expect(plan).toMatchObject({ breaks: [5], lines: [{ fullEnd: true }, {}] })
  })
})

describe('避头尾', () => {
  it.each<['basic' | 'gb' | 'strict', string, string[]]>([
    ['basic', '甲乙丙丁——戊己庚辛', ['甲乙丙丁', '——戊己', '庚辛']],
    ['gb', '甲乙丙丁……戊己庚辛', ['甲乙丙丁', '……戊己', '庚辛']],
    ['strict', '甲乙丙丁……戊己庚辛', ['甲乙丙', '丁……戊', '己庚辛']],
    ['basic', '甲乙丙／丁戊己庚', ['甲乙丙／', '丁戊己庚']],
    ['gb', '甲乙丙／丁戊己庚', ['甲乙', '丙／丁戊', '己庚']],
  ])('%s: %s', (prohibition, text, lines) => {
    expect(setText(text, 4, { ...halfAtEnd, prohibition })).toEqual(lines)
  })
})

describe('hanging marks', () => {
  const text = '甲乙丙丁，戊己庚辛，壬癸'
  it('are none unless asked for', () => {
    const plan = compose(paragraph(text, 4))
    expect(plan?.lines.some(({ hung }) => hung)).toBe(false)
  })
  it('hang where a line has no better end', () => {
    const plan = compose(paragraph(text, 4), { ...halfAtEnd, hanging: 'needed' })
    expect(plan).toMatchObject({ breaks: [5, 10], lines: [{ hung: true, gap: 0 }, { hung: true }, {}] })
    expect(plan?.adjustments[0]).toEqual({ from: 4, to: 5, after: -em })
  })
  it('do not hang where the line is good without', () => {
    const plan = compose(paragraph('甲，乙丙丁，戊己庚辛', 5), { ...halfAtEnd, hanging: 'needed' })
    expect(plan?.lines[0]).toMatchObject({ halfEnd: true })
    expect(plan?.lines[0]?.hung).toBeUndefined()
  })
  it('hang at every line’s end when all do', () => {
    const plan = compose(paragraph('甲乙丙丁，戊己庚辛', 4), { ...halfAtEnd, hanging: 'all' })
    expect(plan).toMatchObject({ breaks: [5], lines: [{ hung: true }, {}] })
  })
  it('do not hang after another mark', () => {
    const plan = compose(paragraph('甲乙丙丁”，戊己庚辛壬', 4.6), { ...halfAtEnd, hanging: 'all' })
    expect(plan?.lines.some(({ hung }) => hung)).toBe(false)
    expect(compose(paragraph('甲乙丙丁，戊己庚', 4), { ...halfAtEnd, hanging: 'all' })?.lines[0]?.hung).toBe(
      true,
    )
  })
  it('are never brackets or question marks', () => {
    const plan = compose(paragraph('甲乙丙丁）戊己庚辛？壬癸', 4), { ...halfAtEnd, hanging: 'needed' })
    expect(plan?.lines.some(({ hung }) => hung)).toBe(false)
  })
})

describe('the first mark of a paragraph', () => {
  it('is flush, or keeps its blank half by choice', () => {
    expect(compose(paragraph('“甲乙”丙丁', 10))?.adjustments[0]).toMatchObject({ from: 0, before: -em / 2 })
    expect(compose(paragraph('“甲乙”丙丁', 10), { ...halfAtEnd, firstMark: 'full' })?.adjustments).toEqual([
      // The browser would trim it.
      { from: 0, to: 1, before: 0 },
    ])
  })
})

test('marks give in CLREQ’s order: brackets before pauses, pauses before sentence ends', () => {
  const taken = (text: string): (string | undefined)[] =>
    compose(paragraph(text, 8))?.adjustments.flatMap(({ from, before = 0, after = 0 }) =>
      from < 8 && before + after < -em / 8 ? [text[from]] : [],
    ) ?? []
  expect(taken('甲，乙《丙丁戊己，庚辛壬癸')).toEqual(['《'])
  expect(taken('甲。乙，丙丁戊己，庚辛壬癸')).toEqual(['，'])
})

test('sentence ends keep their width in 开明式, ． among them', () => {
  const plan = compose(paragraph('甲，乙。丙．丁戊', 10), { ...halfAtEnd, marks: 'kaiming' })
  expect(plan?.adjustments).toEqual([{ from: 1, to: 2, after: -em / 2 }])
})

describe('an interpunct', () => {
  it.each([
    ['甲・乙丙', -em / 4],
    ['《甲》・《乙》', -em / 4],
  ])('is half an em, taken at both sides: %s', (text, change) => {
    const at = text.indexOf('・')
    const found = compose(paragraph(text, 10))?.adjustments.find(({ from }) => from === at)
    expect(found).toMatchObject({ to: at + 1, before: change, after: change })
  })

  it('keeps its font’s width between Latin letters', () => {
    expect(compose(paragraph('甲J‧K乙', 10))?.adjustments.some(({ from }) => from === 2)).toBe(false)
  })

  it.each([
    ['甲‼乙', 0.6, 0.2],
    ['甲·乙', 0.3, 0.1],
  ])('is widened at both sides where its font has it narrow: %s', (text, own, change) => {
    const style = { em, autospace: true, call: false, language: 'zh-Hans', hyphens: true }
    const split = splitParagraphs([paragraph(text, 10)], [style])
    const narrow = split.tokens.map((token) => (token.text === text[1] ? own * em : tokenWidth(token)))
    const [plan] = composeLines(split, narrow, halfAtEnd)
    expect(plan?.adjustments).toHaveLength(1)
    expect(plan?.adjustments[0]?.before).toBeCloseTo(change * em)
    expect(plan?.adjustments[0]?.after).toBeCloseTo(change * em)
  })

  it('gives nothing to a line that must shrink', () => {
    const plan = compose(paragraph('甲・乙丙丁戊己庚，辛壬癸', 8))
    expect(plan?.adjustments[0]).toMatchObject({ before: -em / 4, after: -em / 4 })
    expect(plan?.breaks).toEqual([9])
  })
})

describe('？ and ！ side by side', () => {
  it.each([
    ['甲？！乙', 1],
    ['甲！！乙', 1],
    ['甲！！！乙', 2],
    ['甲？！？！乙', 2.5],
  ])('%s: %d em', (text, ems) => {
    const plan = compose(paragraph(text, 10))
    const own = [...text].filter((one) => /[？！]/.test(one)).length * em
    // Of neighbours the browser takes half of the first itself: written out only where others are.
    const written = plan?.adjustments.reduce((sum, { after = 0 }) => sum + after, 0) ?? 0
    const byBrowser = written === 0 ? (own - em) / 2 : 0
    expect(own + written - byBrowser).toBeCloseTo(ems * em)
  })
})

describe('the order of giving and taking', () => {
  const setting = { ...halfAtEnd, autospace: 0.25 }

  // 12.5 em by nature, of which the interpunct has half an em; a word space can give a quarter, each mark a half, and the two spaces beside Han an eighth.
  it.each<[string, number, number[]]>([
    ['word spaces, to a quarter em', 12.35, [-0.15, -0.5, 0, 0, 0.25, 0]],
    ['brackets', 12, [-0.25, -0.5, -0.25, 0, 0.25, 0]],
    ['pauses', 11.5, [-0.25, -0.5, -0.5, -0.25, 0.25, 0]],
    ['spaces beside Han, to an eighth', 11.1, [-0.25, -0.5, -0.5, -0.5, 0.175, 0]],
    ['ends of sentences', 10.7, [-0.25, -0.5, -0.5, -0.5, 0.125, -0.3]],
  ])('gives %s', (_name, characters, expected) => {
    const plan = compose(paragraph('甲ab cd乙・丙）丁，戊。己', characters), setting)
    expect(plan?.breaks).toEqual([])
    const at = (from: number) => plan?.adjustments.find((one) => one.from === from)
    const found = [
      at(1)?.words ?? 0,
      (at(7)?.before ?? 0) + (at(7)?.after ?? 0),
      at(9)?.after ?? 0,
      at(11)?.after ?? 0,
      at(1)?.before ?? 0.25 * em,
      at(13)?.after ?? 0,
    ]
    // The browser rounds, for which a few hundredths of an em are kept.
    for (const [i, amount] of found.entries())
      expect(Math.abs(amount / em - (expected[i] ?? 0))).toBeLessThan(0.04)
  })

  it.each<[string, number, number, number]>([
    ['word spaces, to half an em', 5.95, 0.13, 0.25],
    ['then spaces beside Han, to half an em', 6.3, 0.2, 0.39],
  ])('takes at %s', (_name, characters, words, before) => {
    const text = '甲ab cd乙丙ABCDEFGHIJ丁戊己'
    const narrow: typeof tokenWidth = (token) => tokenWidth(token) - (token.text.includes(' ') ? 0.2 * em : 0)
    const plan = compose(paragraph(text, characters), setting, narrow)
    expect(plan?.breaks[0]).toBe(8)
    const [first] = plan?.adjustments ?? []
    expect((first?.words ?? 0) / em).toBeCloseTo(words, 1)
    expect((first?.before ?? 0) / em).toBeCloseTo(before, 1)
  })
})

describe('spaces between Han and Latin text', () => {
  it('grow to half an em at most before ideographs part', () => {
    const plan = compose(paragraph('甲乙ab丙丁戊己庚辛', 5))
    const joint = plan?.adjustments.find(({ words }) => words !== undefined)
    expect(Math.max(joint?.before ?? 0, joint?.after ?? 0)).toBeLessThanOrEqual(em / 2)
  })

  it('are counted beside the signs where the browser sets them', () => {
    // Four ems, a digit and a sign of half an em each, and a space of an eighth at each side of them.
    expect(setText('甲乙丙1%丁戊己庚', 5.2)[0]).toBe('甲乙丙1%')
    expect(setText('甲乙丙1)丁戊己庚', 5.2)[0]).toBe('甲乙丙1)丁')
  })

  it('are none beside what joins or parts words', () => {
    // A tilde and a solidus of half an em.
    const adjustments = (text: string, characters: number): unknown =>
      compose(paragraph(text, characters))?.adjustments.filter(({ words }) => words !== undefined)
    expect(adjustments('甲乙~丙丁戊己庚', 4.5)).toEqual([])
    expect(adjustments('甲乙/丙丁戊己庚', 4.5)).toEqual([])
  })

  it('do not grow beyond half an em, nor connectors part from what they join, where ideographs part', () => {
    // Three ems short; the browser parts nine places, of which these two and the space keep their width.
    const plan = compose(paragraph('甲乙a b丙～丁ABCDEFGHIJ戊己', 9))
    const gap = (plan?.lines[0]?.gap ?? 0) * em
    expect(gap).toBeGreaterThan(0.2 * em)
    const [word, connector] = plan?.adjustments ?? []
    expect(word?.from).toBe(2)
    for (const space of [word?.before, word?.after]) expect(space).toBeLessThan(em / 2 - 0.9 * gap)
    expect(word?.words).toBeCloseTo(-gap)
    expect(connector).toMatchObject({ from: 6, to: 7 })
    expect(connector?.before).toBeCloseTo(-gap)
    expect(connector?.after).toBe(connector?.before)
  })

  it.each([
    ['甲/乙', 0.3, 0.1],
    ['甲–乙', 0.55, -0.025],
    ['甲–乙', 0.9, -0.04],
  ])('set what joins or parts Chinese words on half an em: %s of %d', (text, own, space) => {
    const of = paragraph(text, 10)
    const style = { em, autospace: true, call: false, language: 'zh-Hans', hyphens: true }
    const split = splitParagraphs([of], [style])
    const narrow = split.tokens.map((token) => (token.text === text[1] ? own * em : tokenWidth(token)))
    const [plan] = composeLines(split, narrow, halfAtEnd)
    expect(plan?.adjustments).toHaveLength(1)
    expect(plan?.adjustments[0]?.before).toBeCloseTo(space * em)
    expect(plan?.adjustments[0]?.after).toBeCloseTo(space * em)
  })

  it('are none at line edges', () => {
    const plan = compose(paragraph('甲乙丙丁戊己庚辛abcd壬癸子丑寅', 8))
    expect(plan?.breaks[0]).toBe(8)
    expect(plan?.adjustments.find(({ from }) => from === 8)?.before ?? 0).toBe(0)
  })
})

/** Text as manuscripts have it, and as they should not. */
const text = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...han) },
      { weight: 4, arbitrary: fc.constantFrom(...'，。、；：！？“”‘’（）《》') },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          '2022',
          'word',
          ' ',
          'a',
          '——',
          '……',
          '·',
          '%',
          '\u0301',
          '𠮷',
          '😀',
          '\u200b',
        ),
      },
    ),
    { minLength: 1, maxLength: 200 },
  )
  .map((parts) => parts.join(''))

test('any text: nothing is lost, no line is too wide, and no mark is on the wrong side', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 6, max: 30 }), (given, characters) => {
      const plan = compose(paragraph(given, characters))
      if (plan === undefined) return
      const starts = [0, ...plan.breaks]
      expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b))
      for (const [i, start] of starts.entries()) {
        const line = given.slice(start, starts[i + 1]).trim()
        if (i > 0) expect(line).not.toMatch(/^[，。、；：！？”’）》·—…]/u)
        if (i < starts.length - 1) expect(line).not.toMatch(/[“‘（《]$/u)
        const adjusted = plan.adjustments.filter(
          ({ from }) => from >= start && from < (starts[i + 1] ?? Infinity),
        )
        for (const { to } of adjusted) expect(to).toBeLessThanOrEqual(starts[i + 1] ?? given.length)
      }
      let end = 0
      for (const { from, to } of plan.adjustments) {
        expect(from).toBeGreaterThanOrEqual(end)
        end = to
      }
      expect(plan.lines).toHaveLength(starts.length)
      for (const { gap } of plan.lines) expect(gap).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 300 },
  )
})

test.each<[string, string]>([
  ['50,000 characters', han.repeat(2300)],
  ['marks only', '，。！“”'.repeat(60)],
  ['Latin only', 'lorem ipsum dolor sit amet '.repeat(200)],
  ['an address of 300 characters', `见https://example.org/${'path/'.repeat(56)}。`],
  ['zero-width characters', '甲\u200b乙\u200d丙\ufeff丁\u2060'.repeat(40)],
  ['rare characters and emoji', '𠮷野家👨‍👩‍👧‍👦𠀀'.repeat(30)],
])('%s', (_name, given) => {
  const plan = compose(paragraph(given, 22))
  if (plan) expect(plan.lines).toHaveLength(plan.breaks.length + 1)
})

test('measures each token once', () => {
  expect(tokenWidth({ text: '，。', style: 0, amongHan: true })).toBe(1.5 * em)
})

test('marks that press each other are set by us after ruby, where the browser does not press them', () => {
  const set = (text: string): unknown =>
    compose({ ...paragraph(text, 20), pieces: [em] })?.adjustments.filter(({ to }) => to <= 5)
  expect(set('甲乙丙？《丁》戊')).toEqual([])
  expect(set('甲乙\ufffc？《丁》戊')).toEqual([
    { from: 3, to: 4, after: 0 },
    { from: 4, to: 5, before: -em / 2 },
  ])
})
