import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { VFile } from 'vfile'
import { codeFrame } from '../../../src/diagnostics/code-frame.js'
import { defineRule, messagesToJson, nearestName, report } from '../../../src/diagnostics/index.js'
import * as allRules from '../../../src/diagnostics/rules/index.js'
import { renderMessages } from '../../../src/diagnostics/render-messages.js'

function rule(severity: 'error' | 'warning' | 'info') {
  return defineRule<{ what: string }>({
    id: `${severity}-rule`,
    severity,
    message: ({ what }) => ({ en: `wrong ${what}`, zh: `${what}不对` }),
    note: () => ({ en: 'mend it', zh: '请改正' }),
  })
}

function sampleFiles(): VFile[] {
  const first = new VFile({ path: 'issue.yaml', value: 'title: 刊本\n\tyear: 二〇二六\n' })
  const second = new VFile({ path: 'b/01.md', value: '正文\u001B[31m。\n' })
  report(second, rule('info'), undefined, { what: 'file' })
  report(first, rule('warning'), { line: 2, column: 8 }, { what: 'year' })
  report(
    first,
    rule('error'),
    { start: { line: 1, column: 8 }, end: { line: 1, column: 10 } },
    { what: 'title' },
  )
  report(second, rule('error'), { line: 1, column: 3 }, { what: '\u001B' })
  return [first, second]
}

describe('renderMessages', () => {
  it('sorts, frames and counts, in English', () => {
    expect(renderMessages(sampleFiles(), { language: 'en', colour: false, folder: 'my issue/' })).toBe(
      `my issue/issue.yaml:1:8  error  wrong title  error-rule
  1 | title: 刊本
    |        ^^^^
  fix: mend it

my issue/issue.yaml:2:8  warning  wrong year  warning-rule
  2 |  year: 二〇二六
    |        ^^
  fix: mend it

my issue/b/01.md  info  wrong file  info-rule
  fix: mend it

my issue/b/01.md:1:3  error  wrong ␛  error-rule
  1 | 正文␛[31m。
    |     ^
  fix: mend it

2 errors, 1 warning, 1 notice
`,
    )
  })

  it('speaks Chinese, and of errors alone when asked', () => {
    expect(
      renderMessages(sampleFiles(), { language: 'zh', colour: false, least: 'error', source: false }),
    ).toBe(
      `issue.yaml:1:8  错误  title不对  error-rule
  办法： 请改正

b/01.md:1:3  错误  ␛不对  error-rule
  办法： 请改正

2 个错误
`,
    )
  })

  it('paints only when asked, and says nothing about nothing', () => {
    expect(renderMessages(sampleFiles(), { language: 'en', colour: true })).toContain(
      '\u001B[31merror\u001B[0m',
    )
    expect(renderMessages(sampleFiles(), { language: 'en', colour: false })).not.toContain('\u001B')
    expect(renderMessages([new VFile('x')], { language: 'en', colour: true })).toBe('')
  })
})

describe('codeFrame', () => {
  it.each([
    ['x'.repeat(5_000_000), 2_500_000],
    ['国'.repeat(1_000_000), 999_999],
    ['国'.repeat(1000), 1],
    ['𠮷'.repeat(1000), 1001],
    ['short', 3],
  ])('shows a part of a long line, at most as wide as told', (line, column) => {
    const frame = codeFrame(line, { line: 1, column }, undefined, 60)
    expect(stringWidth(frame.text)).toBeLessThanOrEqual(60)
    expect(frame.indent + frame.length).toBeLessThanOrEqual(60)
    expect(frame.text).not.toMatch(/\uFFFD/)
  })

  it('marks a stretch that goes beyond the frame or the line', () => {
    const line = '国'.repeat(300)
    const long = codeFrame(line, { line: 1, column: 11 }, { line: 1, column: 290 }, 60)
    expect(long.text.endsWith('…')).toBe(true)
    expect(long.indent + long.length).toBeLessThanOrEqual(60)
    expect(codeFrame('abc', { line: 1, column: 2 }, { line: 5, column: 1 }, 60)).toEqual({
      text: 'abc',
      indent: 1,
      length: 2,
    })
    expect(codeFrame('abc', { line: 1, column: 9 }, undefined, 60)).toEqual({
      text: 'abc',
      indent: 3,
      length: 1,
    })
  })
})

describe('messagesToJson', () => {
  it('tells everything in both languages', () => {
    const [title] = messagesToJson(sampleFiles())
    expect(title).toEqual({
      file: 'issue.yaml',
      line: 1,
      column: 8,
      endLine: 1,
      endColumn: 10,
      severity: 'error',
      rule: 'error-rule',
      reason: { en: 'wrong title', zh: 'title不对' },
      note: { en: 'mend it', zh: '请改正' },
    })
  })

  it('takes messages of other plugins as they are', () => {
    const file = new VFile({ path: 'a.md' })
    file.message('foreign')
    expect(messagesToJson([file])).toMatchObject([
      { severity: 'warning', reason: { zh: 'foreign' }, rule: '' },
    ])
  })
})

describe('nearestName', () => {
  const known = ['title', 'title-en', 'authors', 'abstract', 'doi', 'clc']
  it.each([
    ['titel', 'title'],
    ['Title', 'title'],
    ['auhtors', 'authors'],
    ['author', 'authors'],
    ['abstact', 'abstract'],
    ['title_en', 'title-en'],
    ['dio', 'doi'],
    ['colour', undefined],
    ['x', undefined],
    ['', undefined],
  ])('%s → %s', (name, nearest) => {
    expect(nearestName(name, known)).toBe(nearest)
  })
})

describe('The rules', () => {
  it('have ids of their own that read as expectations', () => {
    const ids = Object.values(allRules).flatMap((each) =>
      typeof each === 'object' && 'id' in each ? [each.id] : [],
    )
    expect(ids.length).toBeGreaterThan(30)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[a-z\d]+(?:-[a-z\d]+)+$/)
  })
})
