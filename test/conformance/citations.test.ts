import { fileURLToPath } from 'node:url'
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { describe, expect, test } from 'vitest'
import { bibtex, citationData, ris, writeRecords, type CitationData } from '../../src/record/index.js'
import { recordOf, sampleFolder } from './sample-record.js'

const everything = fileURLToPath(new URL('../fixtures/record/everything', import.meta.url))

/** As Citation.js reads it. A record with a translated title has its own as the original's. */
function read(text: string): Record<string, unknown>[] {
  return plugins.input.chain(text, { generateGraph: false }).map(({ author, ...item }) => ({
    ...item,
    title: item['original-title'] ?? item['title'],
    authors: author?.map(({ literal, family }) => literal ?? family) ?? [],
  }))
}

/** An article with whatever TeX and RIS have another meaning for. */
const awkward: CitationData = {
  id: 'specimen-2026-11-01-awkward',
  title: '论 100% & {样张} $5 #1 a_b x^2 ~ \\textbf',
  authors: [{ name: '王小明' }, { name: '编辑部 and 印厂' }, { name: '赵 & 钱' }],
  periodical: 'R&D 学报',
  publisher: '甲_乙出版社',
  issn: '1234-5679',
  year: 2026,
  month: 3,
  volume: 7,
  number: 11,
  pages: '3-9',
  firstPage: '3',
  lastPage: '9',
  doi: '10.1234/x_y(1)',
  url: 'https://doi.org/10.1234/x_y(1)',
  language: 'zh-Hans-CN',
  abstract: '第一段\n第二段  ER  - 不是末尾',
  keywords: ['甲', '50%'],
}

describe('Citation.js reads back', () => {
  test.each([
    ['BibTeX', bibtex],
    ['RIS', ris],
  ])('what is awkward in %s', (_, write) => {
    expect(read(write(awkward))).toEqual([
      expect.objectContaining({
        type: 'article-journal',
        title: awkward.title,
        authors: awkward.authors.map(({ name }) => name),
        'container-title': awkward.periodical,
        ISSN: awkward.issn,
        DOI: awkward.doi,
        URL: awkward.url,
        volume: '7',
        issue: '11',
        page: '3-9',
        issued: { 'date-parts': [[2026, 3]] },
      }),
    ])
  })

  test.each([
    ['the sample issue', 'citations.bib', sampleFolder],
    ['the sample issue', 'citations.ris', sampleFolder],
    ['every construct', 'citations.bib', everything],
    ['every construct', 'citations.ris', everything],
  ])('%s from %s, every article in order', async (_, file, folder) => {
    const record = await recordOf(folder)
    const text = writeRecords(record, 0).find(({ name }) => name === file)?.text ?? ''
    const expected = record.articles.map((article) => citationData(record, article))
    expect(expected.length).toBeGreaterThan(1)
    expect(
      read(text).map(({ title, authors, DOI, page, issue }) => ({ title, authors, DOI, page, issue })),
    ).toEqual(
      expected.map(({ title, authors, doi, pages, number }) => ({
        title,
        authors: authors.map(({ name }) => name),
        DOI: doi,
        page: pages,
        issue: number?.toString(),
      })),
    )
  })
})

describe('Citation.js refuses', () => {
  test('a BibTeX entry whose brace is open', () => {
    expect(() => read(bibtex(awkward).replace('}},', '},'))).toThrow(/rbrace/u)
  })

  test('a RIS record whose first line is broken', () => {
    expect(() => read(ris(awkward).replace('TY  -', 'TY -'))).toThrow(/not supported/u)
  })
})
