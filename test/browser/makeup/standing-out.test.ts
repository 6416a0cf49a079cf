import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { openBrowser } from '../../../src/press/browser/index.js'
import { open } from './set-pages.js'

const session = openBrowser({ browserPath: process.env['PUPPETEER_EXECUTABLE_PATH'] })
afterAll(() => session.close())

const bundled = await build({
  entryPoints: [fileURLToPath(new URL('../../../src/makeup/in-page/standing-out.ts', import.meta.url))],
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'standing',
})
const style =
  "body { width: 140px; margin: 0; font: 14px song; text-spacing-trim: space-all; white-space: nowrap } @font-face { font-family: song; src: url('song.ttf') }"

test.each([
  ['text that fits', '一二三四五六七八九十', undefined],
  ['the blank half of a mark', '一二三四五六七八<span style="letter-spacing: -7px">，</span>九》', undefined],
  ['an ideograph beyond the edge', '一二三四五六七八九十十', '一二三四五六七八九十十'],
  ['a whole mark beyond the edge', '一二三四五六七八九十》', '一二三四五六七八九十》'],
  ['a space beyond the edge', '一二三四五六七八九十 ', undefined],
  [
    'an annotation that reaches beyond its base',
    '一二三四五六七八九<ruby>十<rt style="font-size: 10px; margin-inline: -3px">丁丁</rt></ruby>',
    undefined,
  ],
  [
    'an annotation far beyond the edge',
    '一二三四五六七八九<ruby>十<rt style="margin-right: -20px">丁丁丁丁</rt></ruby>',
    '丁丁丁丁',
  ],
  ['a table', '甲<table style="width: 150px"><tr><td>乙</td></tr></table>', 'table'],
])('%s', async (_, body, expected) => {
  const html = `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><link rel="stylesheet" href="style.css"></head><body>${body}</body></html>`
  const page = await open(session, html, style)
  const found = await page.evaluate(
    `${bundled.outputFiles[0]?.text ?? ''}; const one = standing.standingOut(document.body)?.node; one && (one.data ?? one.localName)`,
  )
  expect(found).toBe(expected)
  await page.close()
})
