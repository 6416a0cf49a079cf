import { expect, it } from 'vitest'
import { KeepTogether } from '../../../../src/compose/lines/keep-together.js'

/** The text with what it costs to end a line at each place where it costs anything. */
function marked(text: string): string {
  const keep = new KeepTogether(text)
  return [...text].map((one, at) => (at > 0 && keep.costAt(at) > 0 ? `‿${one}` : one)).join('')
}

it.each([
  ['见第十二期的报道', '见第‿十‿二‿期的报道'],
  ['第3期', '第‿3‿期'],
  ['2022年如图1所示', '2022‿年如图‿1所示'],
  ['约300公里', '约‿300‿公里'],
  ['请王选院士讲', '请‿王‿选‿院‿士讲'],
  ['他，李四先生', '他，李‿四‿先‿生'],
  ['年度报告', '年度报告'],
  ['增长5～10倍', '增长5～‿10‿倍'],
  ['在10%～20%间', '在10%～‿20%间'],
  ['在−5℃～−2℃间', '在−5‿℃～‿−2‿℃间'],
  ['2001—2005年', '2001—‿2005‿年'],
  ['他—5次', '他—5‿次'],
  ['长5 km的', '长5 ‿km的'],
  ['长5 knots的', '长5 knots的'],
  ['1 234 567人', '1 ‿234 ‿567‿人'],
  ['见No. 5', '见No. ‿5'],
])('%s', (text, expected) => {
  expect(marked(text)).toBe(expected)
})
