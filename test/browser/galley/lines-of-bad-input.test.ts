import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeAndLockLines, type ComposedLines } from '../../../src/pipeline/compose-lines.js'
import { openBrowser } from '../../../src/press/browser/index.js'
import { text } from '../../fixtures/galley/stress-document.js'
import { halfAtEnd } from '../../unit/compose/lines/set-text.js'
import { geometry, open } from '../makeup/set-pages.js'

/** Text as no one should write it, set by the real browser: nothing is lost, and the lines are those planned. */
const cases = {
  'a paragraph of 50,000 characters': text(50_000, 1),
  'Latin only': 'lorem ipsum dolor sit amet '.repeat(60).trim(),
  'marks only': '，。！“”'.repeat(60),
  'marks and one ideograph': `甲${'，。！“”（）《》'.repeat(30)}`,
  'an address of 300 characters': `见https://example.org/${'path/'.repeat(56)}的说明。${text(60, 2)}`,
  'a word longer than the line': `见${'a'.repeat(200)}的说明。${text(60, 2)}`,
  'emoji and characters of plane 2': `${text(30, 1)}👨‍👩‍👧‍👦𠀀𠮷🇨🇳${text(60, 2)}`,
  'combining marks': `${text(20, 3)}e\u0301a\u0308\u0323o\u0304${text(50, 4)}x\u20d7${text(50, 4)}`,
  'words from right to left': `${text(30, 1)}שלום עולם${text(60, 2)}`,
  'characters of no width': text(120, 5).replaceAll(/(.)(.)(.)/gu, '$1\u200b$2\u2060$3\ufeff'),
  'ideographic spaces': `${text(20, 6)}\u3000\u3000${text(60, 7)}\u3000${text(40, 8)}`,
  'soft hyphens': `${text(20, 1)}inter\u00adnation\u00adal${text(37, 2)}inter\u00adnation\u00adal${text(40, 3)}`,
  'no-break spaces': `${text(20, 1)}5\u00a0kg${text(37, 2)}甲\u00a0乙${text(40, 3)}`,
  'tabs and line ends': `${text(20, 1)}\t\n 甲 \n乙${text(40, 3)}`,
} as const

/** Those that are the browser's: no Chinese in them, a script that runs the other way, or no line without a broken word. */
const browsers: ReadonlySet<string> = new Set(['Latin only', 'marks only', 'words from right to left'])

const session = openBrowser({ browserPath: process.env['PUPPETEER_EXECUTABLE_PATH'] })
afterAll(() => session.close())

interface SetParagraph {
  readonly text: string
  readonly name: string
  readonly classes: string
  /** Where lines begin, read from the positions of the characters. */
  readonly starts: readonly number[]
  readonly overflow: number
}

let paragraphs: SetParagraph[] = []
let composed: ComposedLines

beforeAll(async () => {
  const escape = (of: string): string => of.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const body = Object.entries(cases)
    .map(([name, of], i) => `<p data-source="${i + 1}:1-${i + 1}:2" title="${name}">${escape(of)}</p>`)
    .join('')
  const page = await open(
    session,
    `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><link rel="stylesheet" href="style.css"></head><body><article id="a" class="article"><div class="body">${body}</div></article></body></html>`,
    `@font-face { font-family: song; src: url(song.ttf) }
    body { margin: 0; font: 14px / 22px song; text-autospace: normal; text-spacing-trim: trim-start; line-break: strict; overflow-wrap: break-word }
    p { margin: 0; width: 308px; text-align: justify; text-indent: 2em }`,
  )
  composed = await composeAndLockLines(
    page,
    {
      geometry,
      parts: [{ id: 'a', file: 'a.md', setting: 'columns' }],
      notesAt: 'column',
      noteNumbers: 'page',
    },
    halfAtEnd,
  )
  paragraphs = JSON.parse(String(await page.evaluate(readParagraphs))) as SetParagraph[]
  await page.close()
}, 240_000)

/** In the page. A line begins where a character that shows stands to the left of the one before it. */
const readParagraphs = `JSON.stringify([...document.querySelectorAll('p')].map((p) => {
  const starts = []
  const range = document.createRange()
  const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT)
  let offset = 0
  let row = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let i = 0; i < node.length; i++) {
      range.setStart(node, i)
      range.setEnd(node, i + 1)
      const rect = range.getClientRects()[0]
      if (!rect || rect.width === 0) continue
      const at = Math.round((rect.top + rect.bottom) / 44)
      if (row > 0 && at > row) starts.push(offset + i)
      row = at
    }
    offset += node.length
  }
  return { name: p.title, text: p.textContent, classes: p.className, starts, overflow: p.scrollWidth - p.clientWidth }
}))`

function planOf(name: string): readonly number[] | undefined {
  const line = Object.keys(cases).indexOf(name) + 1
  return composed.paragraphs.find(({ place }) => place?.line === line)?.plan?.breaks
}

describe.each(Object.entries(cases))('%s', (name, given) => {
  it('loses nothing and stays within its measure', () => {
    const found = paragraphs.find((paragraph) => paragraph.name === name)
    expect(found?.text).toBe(given)
    expect(found?.overflow).toBeLessThanOrEqual(1)
    expect(found?.classes).not.toContain('kb-unset')
  })
  it(browsers.has(name) ? 'is left to the browser' : 'breaks as planned', () => {
    const found = paragraphs.find((paragraph) => paragraph.name === name)
    const plan = planOf(name)
    if (browsers.has(name)) {
      expect(plan).toBeUndefined()
      expect(found?.classes).not.toContain('kb-lines')
      return
    }
    expect(found?.classes).toContain('kb-lines')
    expect(found?.starts).toEqual(plan)
  })
})
