import { describe, expect, it } from 'vitest'
import { negotiateLanguage, parseLanguage, textsIn } from '../../../src/i18n/index.js'

describe('negotiateLanguage', () => {
  it.each([
    [{}, 'en'],
    [{ lang: 'zh_CN.UTF-8' }, 'zh'],
    [{ lang: 'zh' }, 'zh'],
    [{ lang: 'C.UTF-8' }, 'en'],
    [{ lang: 'zhuang' }, 'en'],
    [{ lang: 'zh_CN', lcMessages: 'en_GB.UTF-8' }, 'en'],
    [{ lang: 'en_US', lcMessages: 'en_US', lcAll: 'zh_TW' }, 'zh'],
    [{ lang: 'zh_CN', lcAll: '' }, 'zh'],
    [{ lang: 'zh_CN', option: 'en' }, 'en'],
    [{ lang: 'en_US', option: 'zh-Hans' }, 'zh'],
  ] as const)('%j → %s', (wishes, language) => {
    expect(negotiateLanguage(wishes)).toBe(language)
  })

  it.each([
    ['EN', 'en'],
    ['zh@pinyin', 'zh'],
    ['fr', undefined],
    ['', undefined],
  ])('reads %j as %s', (tag, language) => {
    expect(parseLanguage(tag)).toBe(language)
  })
})

describe('Texts', () => {
  const leaves = (value: unknown, path = ''): [string, unknown][] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, each]) => leaves(each, `${path}.${key}`))
      : [[path, value]]

  it('of both languages have the same sentences, none empty, Chinese ones in Chinese', () => {
    const titles = /^\.help\.titles/
    const english = leaves(textsIn('en')).filter(([path]) => !titles.test(path))
    const chinese = leaves(textsIn('zh')).filter(([path]) => !titles.test(path))
    expect(chinese.map(([path]) => path)).toEqual(english.map(([path]) => path))
    for (const [, text] of [...english, ...chinese]) if (typeof text === 'string') expect(text).not.toBe('')
    for (const [, text] of chinese) if (typeof text === 'string') expect(text).toMatch(/\p{Script=Han}/u)
  })
})
