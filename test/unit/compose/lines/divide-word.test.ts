import { expect, it, test } from 'vitest'
import { loadHyphenator, loadLastHyphenator } from '../../../../src/compose/index.js'
import { divideWord } from '../../../../src/compose/lines/divide-word.js'
import type { LineStyle } from '../../../../src/issue/index.js'

const style = (language: string): LineStyle => ({
  em: 10,
  autospace: true,
  call: false,
  language,
  hyphens: true,
})
const hyphenate = await loadHyphenator(['zh-Hans', 'en-GB', 'de', 'tlh'].map(style), {
  word: 6,
  before: 2,
  after: 3,
})

it.each<[string, string, string]>([
  ['organization', 'zh-Hans', 'or=ga=ni=za=tion'],
  ['Philosophy,', '', 'Phi=los=o=phy,'],
  ['Straßenbahn', 'de', 'Stra=ßen=bahn'],
  ['state-of-the-art', 'en', 'state-|of-|the-|art'],
  ['AND/OR', 'en', 'AND/OR'],
  ['Nature', 'tlh', 'Nature'],
  ['EDUCATION', 'en', 'EDUCATION'],
  ['GitHub', 'en', 'GitHub'],
  ['Covid19', 'en', 'Covid19'],
  ['1999-2003', 'en', '1999-2003'],
  ['Py\u00adthon', 'en', 'Py\u00ad=thon'],
  ['https://example.org/one?two=three', 'zh', 'https://|example|.org/|one?|two=|three'],
  ['office@example.org', 'en', 'office@|example|.org'],
  ['10.1234/abcd.ef', 'zh', '10.1234/|abcd|.ef'],
])('%s in %s', (word, language, expected) => {
  const divisions = divideWord(word, language, hyphenate)
  let from = 0
  const parts = divisions.map(({ at, hyphen }) => {
    const part = `${word.slice(from, at)}${hyphen ? '=' : '|'}`
    from = at
    return part
  })
  expect(parts.join('') + word.slice(from)).toBe(expected)
})

test('a word keeps the least letters before and after, and short words stay whole', async () => {
  const wide = await loadHyphenator([style('en')], { word: 12, before: 5, after: 5 })
  expect(wide('organization', 'en')).toEqual([6])
  expect(wide('laboratory', 'en')).toEqual([])
})

test('without patterns only what the text has divides', () => {
  expect(divideWord('organization', 'en', undefined)).toEqual([])
})

test.each<[string, string, string, string]>([
  ['Python', 'zh-Hans', 'Python', 'Py=thon'],
  ['ecosystem', 'zh-Hans', 'ecosys=tem', 'eco=sys=tem'],
  ['Spillover', 'en', 'Spillover', 'Spill=over'],
  ['GitHub', 'zh-Hans', 'GitHub', 'Git=Hub'],
  ['OECD', 'zh-Hans', 'OECD', 'OECD'],
  ['CRISPR', 'zh-Hans', 'CRISPR', 'CRISPR'],
  ['LaTeX', 'zh-Hans', 'LaTeX', 'LaTeX'],
  ['Straßenbahn', 'de', 'Stra=ßen=bahn', 'Stra=ßen=bahn'],
  ['https://example.org/GitHub', 'zh', 'https://example.org/GitHub', 'https://example.org/GitHub'],
])('%s in %s is divided further only at last', async (word, language, usually, atLast) => {
  const least = { word: 6, before: 3, after: 3 }
  const styles = [style(language)]
  const [usual, last] = [await loadHyphenator(styles, least), await loadLastHyphenator(styles, least)]
  const shown = (divisions: ReturnType<typeof divideWord>): string => {
    const places = new Set(divisions.filter(({ hyphen }) => hyphen).map(({ at }) => at))
    return [...word].map((letter, i) => (places.has(i) ? `=${letter}` : letter)).join('')
  }
  const further = divideWord(word, language, usual, last)
  expect(shown(divideWord(word, language, usual))).toBe(usually)
  expect(shown(further)).toBe(atLast)
  const cheap = new Set(divideWord(word, language, usual).map(({ at }) => at))
  for (const { at, cost } of further) if (!cheap.has(at)) expect(cost).toBeGreaterThan(100)
})
