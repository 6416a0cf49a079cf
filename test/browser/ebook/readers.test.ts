import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageEbook } from '../../../src/ebook/index.js'
import { openBrowser } from '../../../src/press/browser/index.js'
import { readContainer } from '../../../src/ebook/check/read-container.js'
import { mutants } from '../../unit/ebook/mutants.js'
import { writeContainer } from '../../unit/ebook/write-container.js'
import { sampleEbook } from '../../conformance/sample-ebook.js'
import { specimen, specimenFormulas, specimenOptions } from '../../unit/ebook/specimen.js'
import { openInEpubjs } from './open-in-epubjs.js'
import { openInFoliate } from './open-in-foliate.js'
import type { OpenedBook } from './opened-book.js'

const session = openBrowser({ browserPath: process.env['PUPPETEER_EXECUTABLE_PATH'] })
afterAll(() => session.close())

const readers = [
  // foliate-js has popups of its own, with the note's number; with epub.js it is the note itself.
  { reader: 'foliate-js', open: openInFoliate },
  { reader: 'epub.js', open: openInEpubjs },
] as const

describe.each(readers)('in $reader', ({ reader, open }) => {
  let book: OpenedBook

  beforeAll(async () => {
    book = (await open(session, await packageEbook(specimen, specimenOptions()))).book
  })

  async function openMutant(name: string): Promise<OpenedBook> {
    const mutant = mutants.find((candidate) => candidate.name === name)
    const entries = readContainer(await packageEbook(specimen, specimenOptions()))
    return (await open(session, writeContainer(mutant?.change(entries) ?? []))).book
  }

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
      // epub.js keeps the number alone.
      { folio: reader === 'epub.js' ? '3' : '3a', text: '到另一页去，没有停在页尾' },
    ])
  })

  test('a vertical book opens too, its lines from right to left, formulas with pictures as MathML', async () => {
    const vertical = await packageEbook(specimen, {
      ...specimenOptions(),
      writingMode: 'vertical-rl',
      formulas: specimenFormulas(),
    })
    const opened = await open(session, vertical)
    expect(opened.book.notes).toEqual(book.notes)
    expect(opened.book.pages).toEqual(book.pages)
    for (const document of opened.book.documents)
      expect(document).toMatchObject({
        mediaType: 'application/xhtml+xml',
        brokenPictures: [],
        writingMode: 'vertical-rl',
      })
    for (const document of book.documents) expect(document.writingMode).toBe('horizontal-tb')
  })

  test('a broken book is seen to be broken', async () => {
    expect((await openMutant('bare ampersand')).documents[2]?.mediaType).toBe('text/html')
    expect((await openMutant('empty picture')).documents[2]?.brokenPictures).toEqual([''])
    expect((await openMutant('empty font')).documents[2]?.fonts).toEqual(['kb-mono error'])
    expect((await openMutant('broken note')).notes[2]?.popup).not.toContain('第二条注文')
  })

  test('the sample issue opens as a whole, and nothing is wider than a phone', async () => {
    const opened = await open(session, await sampleEbook(), { width: 390, height: 844 })
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
    expect(opened.book.notes.length).toBeGreaterThan(20)
    for (const { mark, popup } of opened.book.notes) expect(popup.startsWith(mark)).toBe(true)
  })
})
