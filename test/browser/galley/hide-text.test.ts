import { afterAll, expect, it } from 'vitest'
import { lockLines, readParagraphs } from '../../../src/galley/index.js'
import { openBrowser } from '../../../src/press/browser/index.js'
import { text } from '../../fixtures/galley/stress-document.js'
import { geometry, open } from '../makeup/set-pages.js'

const session = openBrowser({ browserPath: process.env['PUPPETEER_EXECUTABLE_PATH'] })
afterAll(() => session.close())

const hidden = `JSON.stringify([...document.querySelectorAll('.kb-unset')].map(({ id }) => id))`

it('hides the text of plain paragraphs from reading to locking, and no other', async () => {
  const page = await open(
    session,
    `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><link rel="stylesheet" href="style.css"></head><body><article id="a" class="article"><div class="body">
    <p id="plain">${text(60, 1)}</p>
    <p id="with-ruby">${text(30, 2)}<ruby>墨<rt>mò</rt></ruby>${text(30, 3)}</p>
    <blockquote><p id="quoted">${text(60, 4)}</p></blockquote>
    <div style="display: grid"><p id="in-a-grid">${text(60, 5)}</p></div>
    </div></article></body></html>`,
    `@font-face { font-family: song; src: url(song.ttf) }
    body { margin: 0; font: 14px / 22px song }
    p { margin: 0; text-align: justify; text-indent: 2em }`,
  )
  const { paragraphs } = await readParagraphs(page, {
    geometry,
    parts: [{ id: 'a', file: 'a.md', setting: 'columns' }],
    notesAt: 'column',
    noteNumbers: 'page',
  })
  // The quotation has margins; the grid is a block of its own, read after the running text.
  expect(paragraphs.map(({ measure }) => Math.round(measure))).toEqual([308, 308, 228, 308])
  expect(JSON.parse(String(await page.evaluate(hidden)))).toEqual(['plain'])
  await lockLines(
    page,
    paragraphs.map(() => undefined),
  )
  expect(JSON.parse(String(await page.evaluate(hidden)))).toEqual([])
  await page.close()
})
