import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { toString } from 'hast-util-to-string'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, printReading, type BrowserSession, type ReadingPdf } from '../../../src/press/index.js'
import { normaliseText, readPdfText } from '../../completeness/pdf-text.js'
import {
  css,
  geometry,
  noAssets,
  pageRules,
  part,
  publicationOf,
  sampleFaces,
  samplePublication,
} from '../../unit/press/sample-publication.js'
import type { Publication } from '../../../src/issue/index.js'
import type { Root } from 'hast'

let session: BrowserSession
const publication = samplePublication()
let printed: ReadingPdf

async function print(publication: Publication<Root>, rules = pageRules, style = css): Promise<ReadingPdf> {
  return printReading(session, {
    publication,
    geometry,
    css: style,
    pageRules: rules,
    faces: await sampleFaces(publication),
    assets: noAssets,
    date: Date.UTC(2026, 10, 1) / 1000,
    producer: 'Kanben test',
  })
}

beforeAll(async () => {
  session = openBrowser()
  printed = await print(publication)
})

afterAll(async () => session.close())

test('the pages of the parts: front pages are not counted, a recto article follows a blank page', () => {
  const { pageCount, folios, pageOf } = printed.pagination
  expect({ pageCount, folios }).toEqual({
    pageCount: 9,
    folios: [undefined, 'i', '1', '2', '3', '4', '5', '6', '7'],
  })
  expect(Object.fromEntries(pageOf)).toEqual({
    cover: 0,
    contents: 1,
    'a00-note': 2,
    'a01-x': 3,
    'a01-x--h': 3,
    'a02-y': 6,
    colophon: 8,
  })
})

test('the structure gives the whole text in order, two columns and all, without folios', async () => {
  const { parts } = await readPdfText(printed.bytes)
  expect(parts).toHaveLength(publication.parts.length)
  for (const [index, { kind, content }] of publication.parts.entries()) {
    const text = parts[index]?.text
    const expected = normaliseText(toString(content))
    if (kind === 'contents') expect(text).toBe('目次编者按1第一篇2第二篇5')
    else expect(text).toBe(expected.replace('第0页', '第5页'))
  }
})

test('title, language, labels, outline and boxes', async () => {
  const task = getDocument({ data: printed.bytes.slice(), verbosity: 0 })
  const document = await task.promise
  const { info, metadata } = await document.getMetadata()
  expect(info).toMatchObject({
    Title: '刊本 2026年第11期 样刊专题',
    Author: '刊本编辑部',
    Producer: 'Kanben test',
    CreationDate: 'D:20261101000000Z',
    ModDate: 'D:20261101000000Z',
    Language: 'zh-Hans-CN',
  })
  expect(metadata.get('dc:title')).toBe('刊本 2026年第11期 样刊专题')
  expect(await document.getPageMode()).toBe('UseOutlines')
  expect(await document.getPageLabels()).toEqual(['封面', 'i', '1', '2', '3', '4', '5', '6', '7'])
  const titles = (items: { title: string; items: unknown[] }[]): unknown[] =>
    items.map((item) => [item.title, ...titles(item.items as { title: string; items: unknown[] }[])])
  expect(titles(await document.getOutline())).toEqual([
    ['封面'],
    ['目次'],
    ['编者按'],
    ['特别策划', ['第一篇', ['小标题']], ['第二篇']],
    ['版权页'],
  ])
  const [left = 0, bottom = 0, right = 0, top = 0] = (await document.getPage(3)).view
  expect(right - left).toBeCloseTo((210 * 72) / 25.4, 2)
  expect(top - bottom).toBeCloseTo((285 * 72) / 25.4, 2)
  expect([left + right, bottom + top].map((sum) => Math.round(sum))).toEqual([600, 810])
  await task.destroy()
})

test('the same pages give the same bytes, in another browser too, and hold no path', async () => {
  const other = openBrowser()
  try {
    const again = await printReading(other, {
      publication,
      geometry,
      css,
      pageRules,
      faces: await sampleFaces(publication),
      assets: noAssets,
      date: Date.UTC(2026, 10, 1) / 1000,
      producer: 'Kanben test',
    })
    expect(digest(again.bytes)).toBe(digest(printed.bytes))
  } finally {
    await other.close()
  }
  expect(inflated(printed.bytes)).not.toMatch(/file:|kanben-\d|document-/)
})

describe('refusals', () => {
  const one = (html: string) => publicationOf([part('a', html)])
  const rules = '@page { size: 800px 1080px; margin: 96px }'
  test.each([
    [
      'a font that is not ours',
      one('<p style="font-family: serif">Latin</p>'),
      rules,
      css,
      /OpenSans-Regular on page 1 is not one of ours; it shows L/,
    ],
    [
      'a running head without a font',
      one('<p>文</p>'),
      '@page { size: 800px 1080px; margin: 96px; @top-left { content: "文" } }',
      css,
      /OpenSans/,
    ],
    ['a sheet of another size', one('<p>文</p>'), '@page { size: A4 }', css, /Page 1 is/],
    [
      'a reference to a page without number',
      one('<p><a data-page-of="gone">第0页</a></p>'),
      rules,
      css,
      /gone/,
    ],
    ['a picture that is not among the assets', one('<img src="x.png">'), rules, css, /x\.png/],
    ['an outline in Type 3', one('<p style="-webkit-text-stroke: 1px red">文</p>'), rules, css, /Type3/],
  ])('%s', async (_, publication, rules, css, message) => {
    await expect(print(publication, rules, css)).rejects.toThrow(message)
  })
})

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Every compressed stream of the file, unpacked, and the file itself. */
function inflated(bytes: Uint8Array): string {
  const file = Buffer.from(bytes)
  const texts = [file.toString('latin1')]
  for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at + 7)) {
    try {
      texts.push(inflateSync(file.subarray(at + 7), { finishFlush: 2 }).toString('latin1'))
    } catch {
      // Not compressed, or the word in some text.
    }
  }
  return texts.join('\n')
}
