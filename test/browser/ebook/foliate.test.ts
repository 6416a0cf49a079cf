import { afterAll, beforeAll, expect, test } from 'vitest'
import { packageEbook } from '../../../src/ebook/index.js'
import { openBrowser } from '../../../src/press/browser/index.js'
import { readContainer } from '../../../src/ebook/check/read-container.js'
import { mutants } from '../../unit/ebook/mutants.js'
import { writeContainer } from '../../unit/ebook/write-container.js'
import { sampleEbook } from '../../conformance/sample-ebook.js'
import { specimen, specimenOptions } from '../../unit/ebook/specimen.js'
import { openInFoliate, type OpenedBook } from './open-in-foliate.js'

const session = openBrowser({ browserPath: process.env['PUPPETEER_EXECUTABLE_PATH'] })
let book: OpenedBook

beforeAll(async () => {
  book = (await openInFoliate(session, await packageEbook(specimen, specimenOptions()))).book
})

async function openMutant(name: string): Promise<OpenedBook> {
  const mutant = mutants.find((candidate) => candidate.name === name)
  const entries = readContainer(await packageEbook(specimen, specimenOptions()))
  return (await openInFoliate(session, writeContainer(mutant?.change(entries) ?? []))).book
}

afterAll(() => session.close())

test('every document opens, with its pictures and its fonts', () => {
  expect(book.documents.map(({ id }) => id.replace(/^.*\//, ''))).toEqual([
    'cover.xhtml',
    'contents.xhtml',
    'a01-first.xhtml',
    'a02-second.xhtml',
    'colophon.xhtml',
  ])
  for (const document of book.documents) {
    expect(document).toMatchObject({
      mediaType: 'application/xhtml+xml',
      brokenPictures: [],
      fonts: ['kb-mono loaded'],
    })
  }
})

test('the popup of a note holds the text of the note', () => {
  expect(book.notes).toEqual([
    { mark: '①', popup: '①第一条注文。', hidden: true },
    { mark: '①', popup: '①第一条注文。', hidden: true },
    { mark: '②', popup: '②第二条注文。', hidden: true },
  ])
})

test('contents lead to their headings', () => {
  expect(book.contents).toContainEqual({ label: '（一）细目', target: '（一）细目' })
  expect(book.contents).toContainEqual({ label: '第二篇　张三 李四', target: '第二篇' })
})

test('a page of the page list begins with the text that begins the printed page', () => {
  expect(book.pages.map(({ folio, text }) => ({ folio, text }))).toEqual([
    { folio: '1', text: '从“跟跑”到《领跑》城市' },
    { folio: '2', text: '文savoir-fair' },
    { folio: '3', text: '第二篇第二篇的正文很长，' },
    { folio: '3a', text: '到另一页去，没有停在页尾' },
  ])
})

test('a broken book is seen to be broken', async () => {
  expect((await openMutant('bare ampersand')).documents[2]?.mediaType).toBe('text/html')
  expect((await openMutant('empty picture')).documents[2]?.brokenPictures).toEqual([''])
  expect((await openMutant('empty font')).documents[2]?.fonts).toEqual(['kb-mono error'])
})

test('the sample issue opens as a whole, and nothing is wider than a phone', async () => {
  const opened = await openInFoliate(session, await sampleEbook(), { width: 390, height: 844 })
  expect(opened.book.documents.length).toBeGreaterThan(5)
  for (const document of opened.book.documents) {
    expect(document).toMatchObject({
      mediaType: 'application/xhtml+xml',
      brokenPictures: [],
      tooWide: [],
    })
    expect(document.fonts.filter((font) => !font.endsWith(' loaded'))).toEqual([])
  }
  const elsewhere = opened.book.contents.filter(({ label, target }) => !label.includes(target.slice(0, 4)))
  expect(elsewhere.map(({ label }) => label)).toEqual(['封面', '版权页'])
  for (const { mark, popup } of opened.book.notes) expect(popup.startsWith(mark)).toBe(true)
  if (process.env['KEEP_SHOTS']) await opened.page.screenshot({ path: process.env['KEEP_SHOTS'] })
})
