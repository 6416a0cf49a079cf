import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeAndLockLines, type ComposedLines } from '../../../src/pipeline/compose-lines.js'
import { openBrowser } from '../../../src/press/browser/index.js'
import { text } from '../../fixtures/galley/stress-document.js'
import { halfAtEnd } from '../../unit/compose/lines/set-text.js'
import { geometry, open } from '../makeup/set-pages.js'

/** 割注 over lines (JLREQ 3.4.2, CLREQ 3.3): in each line two rows, the upper read before the lower. */
const remark =
  '这是割注的正文，说明前面那个词的来历：它见于《水经注》卷三，又见于1921年的地方志，两处文字略有出入；今从前者，并参考近人的考订，凡有歧异之处一一注明，读者可以自行比较。此外尚有别本若干，因未见原书，暂不引用。'
const note = (of: string): string => {
  const at = Math.ceil(of.length / 2)
  return `<small class="double-row-note" style="width:${at}em"><span class="row">${of.slice(0, at)}</span><span class="row">${of.slice(at)}</span></small>`
}
const cases: Readonly<Record<string, string>> = {
  'over three lines': `<p>${text(38, 1)}${note(remark + remark.slice(0, 20))}${text(60, 2)}</p>`,
  'a line of its own': `<p>${text(42, 1)}${note(remark)}${text(60, 2)}</p>`,
  'within one line': `<p>${text(9, 1)}${note(remark.slice(0, 14))}${text(60, 2)}</p>`,
  'all of a paragraph': `<p>${note(remark)}</p>`,
  'two that follow each other': `<p>${text(34, 1)}${note(remark.slice(0, 40))}甲乙${note(remark.slice(40))}${text(60, 2)}</p>`,
  'of Latin words': `<p>${text(34, 1)}${note('See the Commentary on the Water Classic and the gazetteer of this county')}${text(60, 2)}</p>`,
  'of marks': `<p>${text(34, 1)}${note('，。！“”'.repeat(12))}${text(60, 2)}</p>`,
  'of two characters': `<p>${text(19, 1)}${note('甲乙')}${text(60, 2)}</p>`,
  'in a heading': `<h2>${text(12, 1)}${note(remark.slice(0, 40))}${text(12, 2)}</h2>`,
  'in a caption': `<figure><figcaption>${text(12, 1)}${note(remark.slice(0, 60))}${text(12, 2)}</figcaption></figure>`,
}

interface Part {
  readonly rows: readonly string[]
  readonly widths: readonly number[]
  readonly width: number
  readonly left: number
  readonly right: number
  readonly top: number
}
interface SetCase {
  readonly text: string
  readonly locked: boolean
  readonly height: number
  readonly overflow: number
  readonly notes: readonly (readonly Part[])[]
}

const session = openBrowser({ browserPath: process.env['PUPPETEER_EXECUTABLE_PATH'] })
afterAll(() => session.close())
const set = new Map<string, SetCase>()
let composed: ComposedLines

beforeAll(async () => {
  const body = Object.values(cases).join('')
  const page = await open(
    session,
    `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><link rel="stylesheet" href="style.css"></head><body><article id="a" class="article"><div class="body">${body}</div></article></body></html>`,
    `@font-face { font-family: song; src: url(song.ttf) }
    body { margin: 0; font: 14px / 22px song; text-autospace: normal; text-spacing-trim: trim-start; line-break: strict }
    * { margin: 0; padding: 0 }
    .body { width: 308px; text-align: justify }
    span, small { line-height: 0 }
    h2, figcaption { font: inherit; text-align: center; text-wrap: balance }
    .double-row-note { display: inline-block; font-size: 0.5em; line-height: 1em; vertical-align: -0.12em; text-align: start; text-indent: 0; text-spacing-trim: space-all; white-space: nowrap }
    .double-row-note .row { display: block; line-height: 1em }`,
  )
  const parts = [{ id: 'a', file: 'a.md', setting: 'columns' as const }]
  composed = await composeAndLockLines(
    page,
    { geometry, parts, notesAt: 'column', noteNumbers: 'page' },
    halfAtEnd,
  )
  const found = JSON.parse(String(await page.evaluate(read))) as SetCase[]
  for (const [i, name] of Object.keys(cases).entries()) {
    const one = found[i]
    if (one) set.set(name, one)
  }
  await page.close()
}, 120_000)

const read = `JSON.stringify([...document.querySelectorAll('p, h2, figcaption')].map((block) => ({
  text: block.textContent,
  locked: block.matches('.kb-lines'),
  height: block.getBoundingClientRect().height,
  overflow: block.scrollWidth - block.clientWidth,
  notes: [...block.querySelectorAll('.double-row-note')].map((note) => [...note.querySelectorAll('.kb-note-part')].map((part) => {
    const box = part.getBoundingClientRect()
    const range = document.createRange()
    return {
      rows: [...part.children].map((row) => row.textContent),
      widths: [...part.children].map((row) => (range.selectNodeContents(row), range.getBoundingClientRect().width)),
      width: box.width,
      left: box.left - block.getBoundingClientRect().left,
      right: box.right - block.getBoundingClientRect().left,
      top: box.top - block.getBoundingClientRect().top,
    }
  })),
})))`

describe.each(Object.keys(cases))('%s', (name) => {
  it('keeps its text, the grid and the measure', () => {
    const one = set.get(name)
    expect(one?.locked).toBe(true)
    expect(one?.text).toBe(cases[name]?.replaceAll(/<[^>]+>/g, ''))
    expect((one?.height ?? 0) % 22).toBe(0)
    expect(one?.overflow).toBeLessThanOrEqual(1)
  })

  it('has rows of one width that begin and end with no forbidden mark', () => {
    if (name === 'of marks') return
    for (const part of set.get(name)?.notes.flat() ?? []) {
      for (const [i, row] of part.rows.entries()) {
        if (i > 0) expect(row).not.toMatch(/^[，。、；：！？”’）》]/u)
        expect(row).not.toMatch(/[“‘（《]$/u)
        expect(part.widths[i]).toBeLessThan(part.width + 4.5)
      }
      const [upper = 0, lower = upper] = part.widths
      expect(Math.abs(upper - lower)).toBeLessThan(name === 'of Latin words' ? 30 : 15)
    }
  })
})

it('a long note fills the rest of its line, whole lines, and the beginning of its last', () => {
  const [parts = []] = set.get('over three lines')?.notes ?? []
  expect(parts).toHaveLength(3)
  expect(parts[0]?.right).toBeGreaterThan(307)
  expect(parts[1]?.left).toBe(0)
  expect(parts[1]?.right).toBeGreaterThan(307)
  expect(parts.slice(1).map(({ top }, i) => Math.round((top - (parts[i]?.top ?? 0)) / 22))).toEqual([1, 1])
})

it('a short one stands in one line whole', () => {
  expect(set.get('within one line')?.notes).toHaveLength(1)
  expect(set.get('within one line')?.notes[0]).toHaveLength(1)
  expect(set.get('of two characters')?.notes[0]).toHaveLength(0)
})

it('none is left to the browser', () => {
  expect(composed.paragraphs.filter(({ plan }) => plan === undefined)).toEqual([])
})
