import { describe, expect, it, test } from 'vitest'
import { headingNumber } from '../../../src/hypertext/heading-number.js'
import { hypertextOf } from './hypertext-of.js'

describe('numbers of headings', () => {
  it.each([
    [[1], '一、'],
    [[10], '十、'],
    [[11], '十一、'],
    [[20], '二十、'],
    [[35], '三十五、'],
    [[100], '100、'],
    [[1, 2], '（二）'],
    [[1, 2, 3], '3. '],
    [[1, 2, 3, 4], '(4) '],
    [[1, 2, 3, 4, 5], '⑤'],
  ])('%j in Chinese: %s', (counts, number) => {
    expect(headingNumber('chinese', counts)).toBe(number)
  })

  test('decimal', () => {
    expect(headingNumber('decimal', [2])).toBe('2 ')
    expect(headingNumber('decimal', [2, 1, 3])).toBe('2.1.3 ')
  })
})

describe('in an article', () => {
  const markdown = '## 甲 {#sec-a}\n\n### 乙\n\n### 丙\n\n## 丁\n\n### 戊'
  const numbered = (headingNumbers: 'chinese' | 'decimal' | undefined): string =>
    hypertextOf(markdown, { metadata: { headingNumbers } }).html.replaceAll(/<[^>]+>/g, '|')

  test('headings have none by themselves', () => {
    expect(numbered(undefined)).toBe('|甲||乙||丙||丁||戊|')
  })

  test('each level counts anew', () => {
    expect(numbered('chinese')).toBe('||一、|甲|||（一）|乙|||（二）|丙|||二、|丁|||（一）|戊|')
    expect(numbered('decimal')).toBe('||1 |甲|||1.1 |乙|||1.2 |丙|||2 |丁|||2.1 |戊|')
  })

  test('what refers to a heading names its title alone', () => {
    const { hypertext } = hypertextOf(markdown, { metadata: { headingNumbers: 'chinese' } })
    expect(hypertext.targets[0]).toMatchObject({ id: 'sec-a', title: '甲' })
  })

  test.each(['一、甲', '（一）甲', '1. 甲', '1.1 甲', '2　甲'])('a typed number is told: %s', (title) => {
    const { html, messages } = hypertextOf(`## ${title}`, { metadata: { headingNumbers: 'chinese' } })
    expect(messages).toEqual(['heading-number-once 1:1'])
    expect(html).not.toContain('heading-number')
  })

  test.each(['一问一答', '2022年的数字', '3D打印'])('a title that begins with a figure: %s', (title) => {
    expect(hypertextOf(`## ${title}`, { metadata: { headingNumbers: 'chinese' } }).messages).toEqual([])
  })
})
