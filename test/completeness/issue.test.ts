import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadIssue } from '../../src/manuscript/index.js'
import { builtIssue, type BuiltIssue } from '../built-issue.js'
import { epubText } from './epub-text.js'
import { firstDifference } from './first-difference.js'
import { manuscriptText, normalise } from './manuscript-text.js'
import { pageDifferences } from './page-pieces.js'
import { readPdfText } from './pdf-text.js'

/** The sample issue, and the folders that the environment adds. */
const folders = [
  path.resolve(import.meta.dirname, '../../manuscript'),
  ...(process.env['KANBEN_ISSUES'] ?? '').split(path.delimiter).filter(Boolean),
]

describe.each(folders)('%s, from the manuscripts to the finished files', (folder) => {
  let built: BuiltIssue
  beforeAll(async () => {
    built = await builtIssue(folder)
  }, 180_000)

  async function read() {
    const { issue } = await loadIssue(folder)
    if (!issue) throw new Error(`${folder} cannot be loaded`)
    const files = issue.articles.map(({ path: name, content }) => ({ path: name, text: content }))
    return { issue, texts: manuscriptText(files) }
  }

  test('every word is in the PDF, in order and once', async () => {
    const { issue, texts } = await read()
    const pdf = await readPdfText(built.pdf)
    const articles = pdf.parts.filter(({ type }) => type === 'Art')
    expect(articles).toHaveLength(issue.articles.length)
    for (const [index, article] of texts.entries()) {
      const { id, section } = issue.articles[index] ?? { id: '', section: '' }
      const drawings = new Map<string, string>()
      for (const picture of article.floats.flatMap(({ pictures }) => pictures))
        drawings.set(picture, await drawingText(path.join(folder, path.dirname(article.path), picture)))
      const problems = pageDifferences(article, { pages: articles[index]?.text ?? '', section, drawings })
      expect({ id, problems }).toEqual({ id, problems: [] })
    }
  })

  test('every word is in the ePub, in order and once', async () => {
    const { issue, texts } = await read()
    const book = epubText(built.epub)
    for (const [index, article] of texts.entries()) {
      const chapter = book.find(({ id }) => id === issue.articles[index]?.id)
      expect(firstDifference(article.body, chapter?.body ?? '')).toBeUndefined()
      expect(chapter?.notes.length ?? 0).toBe(article.notes.length)
      for (const [number, note] of article.notes.entries())
        expect(firstDifference(note, chapter?.notes[number] ?? '')).toBeUndefined()
    }
  })
})

describe('the comparison of pages', () => {
  const [article] = manuscriptText([
    {
      path: 'a.md',
      text: '---\ntitle: 题\n---\n\n甲乙丙[^1]丁。\n\n![说](x.png "图题")\n\n戊己。\n\n[^1]: 注文。\n',
    },
  ])
  const differences = (pages: string): string[] =>
    article ? pageDifferences(article, { pages, section: '栏', drawings: new Map() }) : ['no article']

  test.each(['栏题甲乙丙1丁。戊己。1注文。图1图题', '栏题图1图题甲乙丙3丁。3注文。戊己。'])(
    'accepts %s',
    (pages) => {
      expect(differences(normalise(pages))).toEqual([])
    },
  )

  test.each([
    ['a lost word', '栏题甲乙1丁。戊己。1注文。图1图题'],
    ['a doubled word', '栏题甲乙丙1丁。戊己。戊己。1注文。图1图题'],
    ['words out of order', '栏题戊己。甲乙丙1丁。1注文。图1图题'],
    ['a lost note', '栏题甲乙丙1丁。戊己。图1图题'],
    ['a doubled note', '栏题甲乙丙1丁。1注文。戊己。1注文。图1图题'],
    ['a lost caption', '栏题甲乙丙1丁。戊己。1注文。'],
    ['a lost title', '栏甲乙丙1丁。戊己。1注文。图1图题'],
    ['a call without its number', '栏题甲乙丙丁。戊己。1注文。图1图题'],
  ])('finds %s', (_, pages) => {
    expect(differences(normalise(pages))).not.toEqual([])
  })
})

/** Text of a drawing as the page shows it; of other pictures, none. */
async function drawingText(file: string): Promise<string> {
  if (!file.endsWith('.svg')) return ''
  let text = ''
  visit(fromHtml(await readFile(file, 'utf8'), { fragment: true, space: 'svg' }), 'element', (node) => {
    if (node.tagName === 'text') text += toString(node)
  })
  return text
}
