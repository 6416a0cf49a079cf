import { describe, expect, it } from 'vitest'
import { printParagraphs } from './set-issue.js'

/**
 * CLREQ 3.1.6: whether marks give up their blank halves is a matter of style. 全角式 and 开明式 are chosen by the article's
 * metadata; 行末半角式 is the theme's and judged with the lines.
 */
const paragraph = '甲乙，丙丁；戊己。庚辛“壬癸”子丑！寅卯辰巳午未申酉戌亥甲乙，丙丁戊己庚辛'

async function advances(style: string): Promise<Map<string, number>> {
  const lines = await printParagraphs([paragraph], `mark-style: ${style}\n`)
  const line = lines.find(({ text }) => text.startsWith('甲乙，丙丁；'))
  if (line === undefined) throw new Error('the paragraph was not printed')
  return new Map(
    [...line.text].map((character, i) => [character, (line.at[i + 1] ?? NaN) - (line.at[i] ?? NaN)]),
  )
}

describe('3.1.6 styles of marks', () => {
  it('3.1.6 全角式: marks are an em wide', async () => {
    const of = await advances('full')
    for (const mark of '，；。') expect(of.get(mark)).toBeCloseTo(1, 2)
  }, 120_000)
  it('3.1.6 开明式: marks are half but for 。？！', async () => {
    const of = await advances('kaiming')
    for (const mark of '，；') expect(of.get(mark)).toBeCloseTo(0.5, 2)
    for (const mark of '。！') expect(of.get(mark)).toBeCloseTo(1, 2)
  }, 120_000)
})
