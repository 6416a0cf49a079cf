import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeAndLockLines, type ComposedLines } from '../../../src/pipeline/compose-lines.js'
import { openBrowser } from '../../../src/press/browser/index.js'
import { halfAtEnd } from '../../unit/compose/lines/set-text.js'
import { geometry, open } from '../makeup/set-pages.js'

/** Blocks beside running text, set by the real browser: every kind, and text as no one should write it in them. */
const address = `https://example.org/${'path/'.repeat(56)}`
const kinds: Readonly<Record<string, string>> = {
  'a centred heading': '<h2 style="width:154px">怎样从头再来看它——一个长故事</h2>',
  'a heading with a forced break':
    '<h2 style="width:154px">上海：策源之策<br>从基本框架到核心功能和其他</h2>',
  'a heading with a mark at its end': '<h2 style="width:130px">两台、三台发动机，四台好</h2>',
  'a caption in two languages':
    '<figure><figcaption><b class="label">图1</b>三城一区的方位与分工示意图中的三座科学城以及一个开发区<span class="english">Three science cities</span></figcaption></figure>',
  'a caption with emoji and characters of plane 2':
    '<figure><figcaption>图中是𠀀𠮷与👨‍👩‍👧‍👦，还有🇨🇳和别的字，一行放不下的那么多，共两行</figcaption></figure>',
  'a reference with an address of 300 characters': `<ol><li class="ragged">国务院. 某某规划纲要[Z/OL]. (2019-02-18)[2026-09-01]. ${address}</li></ol>`,
  'a reference with characters of no width': `<ol><li class="ragged">${'国家质量监督检验检疫总局标准化管理委员会'.replaceAll(/(.)(.)(.)/gu, '$1\u200b$2\u2060$3\ufeff')}出版物上数字用法</li></ol>`,
  'a justified reference': `<ol><li>国家质量监督检验检疫总局, 国家标准化管理委员会. 出版物上数字用法: GB/T 15835—2011[S]. 北京: 中国标准出版社, 2011.</li></ol>`,
  'ideographic spaces': `<blockquote><p class="ragged">国家\u3000\u3000质量监督检验检疫总局标准化管理委员会出版物上数字用法</p></blockquote>`,
  'an abstract in a solid opener':
    '<header class="opener"><h1>题</h1><p class="summary">北京的科研底子厚，厚底子怎样变成新东西，是另一回事。本文从中关村的空间沿革写起，依次观察怀柔的科学设施。</p></header>',
  // A cell that spans leaves the columns' widths to the browser.
  cells: `<table><tr><td colspan="1" style="width:48px">创新型链</td><td style="width:60px">丙丁戊己庚——辛壬</td><td>一句话解释</td></tr></table>`,
}
/** What stays the browser's. */
const browsers: Readonly<Record<string, string>> = {
  'a cell of marks alone': `<table><tr><td style="width:48px">，。！“”，。！“”</td><td>甲</td></tr></table>`,
  'words from right to left': '<h2 style="width:154px">甲乙丙丁שלום עולם戊己庚辛壬癸</h2>',
}

const session = openBrowser({ browserPath: process.env['PUPPETEER_EXECUTABLE_PATH'] })
afterAll(() => session.close())

interface SetBlock {
  readonly kind: string
  readonly name: string
  readonly text: string
  readonly locked: boolean
  readonly rows: readonly string[]
  readonly overflow: number
  readonly width: number
}

let blocks: SetBlock[] = []
let composed: ComposedLines

beforeAll(async () => {
  const body = Object.entries({ ...kinds, ...browsers })
    .map(([kind, of]) => `<section title="${kind}">${of}</section>`)
    .join('')
  const page = await open(
    session,
    `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><link rel="stylesheet" href="style.css"></head><body><article id="a" class="article"><div class="body">${body}</div></article></body></html>`,
    `@font-face { font-family: song; src: url(song.ttf) }
    body { margin: 0; font: 14px / 22px song; text-autospace: normal; text-spacing-trim: trim-start; line-break: strict; overflow-wrap: anywhere }
    * { margin: 0; padding: 0 }
    .body { width: 308px; text-align: justify }
    .summary { width: 280px }
    h2 { text-align: center; text-wrap: balance; font: inherit }
    figcaption { text-align: center; text-wrap: balance }
    .english { display: block }
    td, .ragged { text-align: start }
    ol { list-style: none; padding-inline-start: 28px }`,
  )
  const parts = [{ id: 'a', file: 'a.md', setting: 'columns' as const }]
  composed = await composeAndLockLines(
    page,
    { geometry, parts, notesAt: 'column', noteNumbers: 'page' },
    halfAtEnd,
  )
  blocks = JSON.parse(String(await page.evaluate(readBlocks))) as SetBlock[]
  await page.close()
}, 120_000)

const readBlocks = `JSON.stringify([...document.querySelectorAll('section[title]')].flatMap((section) =>
  [...section.querySelectorAll('h1, h2, p, li, figcaption, td')].map((element) => {
    const rows = []
    const range = document.createRange()
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    let last
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      let at = 0
      for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(node.data)) {
        range.setStart(node, at)
        range.setEnd(node, at += segment.length)
        const rect = [...range.getClientRects()].find(({ width }) => width > 0)
        if (!rect) continue
        if (last === undefined || Math.abs(rect.top - last) > 8) rows.push('')
        last = rect.top
        rows[rows.length - 1] += segment
      }
    }
    return { kind: section.title, name: element.localName, text: element.textContent, locked: element.matches('.kb-lines'), rows,
      overflow: element.scrollWidth - element.clientWidth, width: element.getBoundingClientRect().width }
  })))`

const of = (kind: string): SetBlock[] =>
  blocks.filter((block) => block.kind === kind && block.rows.length > 1)

describe.each(Object.keys(kinds))('%s', (kind) => {
  it('is composed, keeps its text and stays within its measure', () => {
    expect(of(kind).length).toBeGreaterThan(0)
    for (const { locked, text, overflow, rows } of of(kind)) {
      expect(locked).toBe(true)
      expect(kinds[kind]?.replaceAll(/<[^>]+>/g, '')).toContain(text)
      expect(rows.join('').replaceAll(/[\s\u200b\u2060\ufeff]/g, '')).toBe(
        text.replaceAll(/[\s\u200b\u2060\ufeff]/g, ''),
      )
      expect(overflow).toBeLessThanOrEqual(kind.includes('mark at its end') ? 7 : 0)
    }
  })

  it('begins no line with a forbidden mark and ends with no lone character', () => {
    for (const { rows } of of(kind)) {
      for (const row of rows.slice(1)) expect(row).not.toMatch(/^[，。、；：！？”’）》—…·]/u)
      expect([...(rows.at(-1)?.replaceAll(/\p{P}/gu, '') ?? '')].length).toBeGreaterThan(1)
    }
  })
})

describe('lines that are not justified', () => {
  it('are parted as planned', () => {
    expect(of('a centred heading')[0]?.rows).toEqual(['怎样从头再来看它——', '一个长故事'])
    expect(of('a heading with a forced break')[0]?.rows[0]).toBe('上海：策源之策')
    expect(of('cells').map(({ rows }) => rows)).toEqual([
      ['创新', '型链'],
      ['丙丁戊', '己庚——', '辛壬'],
    ])
    expect(of('a caption in two languages')[0]?.rows.at(-1)).toBe('Three science cities')
  })
})

describe.each(Object.keys(browsers))('%s', (kind) => {
  it('is the browser’s, with all of its text', () => {
    for (const { locked, text } of of(kind)) {
      expect(locked).toBe(false)
      expect(browsers[kind]?.replaceAll(/<[^>]+>/g, '')).toContain(text)
    }
    expect(of(kind).length).toBeGreaterThan(0)
  })
})

it('columns of tables are as wide as their whole text makes them', () => {
  const widths = blocks
    .filter(({ kind, name }) => kind === 'cells' && name === 'td')
    .map(({ width }) => width)
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThan(309)
  expect(widths[0]).toBeGreaterThan(41)
})

it('none of them is named as left but what has no lines by the rules', () => {
  const left = composed.paragraphs.filter(({ plan }) => plan === undefined)
  expect(left.length).toBe(1)
})
