import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../../../src/press/browser/index.js'
import { builtIssue, type BuiltIssue } from '../../built-issue.js'
import { normaliseText, readPdfText } from '../../completeness/pdf-text.js'
import { sampleFolder } from '../../conformance/sample-ebook.js'
import { openInEpubjs } from './open-in-epubjs.js'
import { openInFoliate } from './open-in-foliate.js'

const session = openBrowser({ browserPath: process.env['PUPPETEER_EXECUTABLE_PATH'] })
afterAll(() => session.close())

/** Without figures: notes are numbered anew on every printed page. */
const plain = (text: string) => normaliseText(text).replaceAll(/\d/g, '')

let built: BuiltIssue
beforeAll(async () => {
  built = await builtIssue(sampleFolder)
}, 180_000)

test.each([
  ['foliate-js', openInFoliate],
  // It reads the number of a folio and nothing else: i and ii are lost on it.
  ['epub.js', openInEpubjs],
])(
  'in %s, every page of the page list begins with the text that begins this page of the PDF',
  async (_, open) => {
    const { pages, labels } = await readPdfText(built.pdf)
    const { book } = await open(session, built.epub)
    const list = book.pages.filter(({ folio }) => labels.includes(folio))
    expect(list.length).toBeGreaterThan(20)
    expect(list.filter(({ isWithin }) => isWithin).length).toBeGreaterThan(5)
    const printed = pages.map(plain)
    // The colophon is set in other words on screen.
    const elsewhere = list.slice(0, -1).filter(({ folio, text, before, isWithin }) => {
      const sheet = labels.indexOf(folio)
      // More could reach into a figure that the page has elsewhere.
      const [first, last] = [plain(text).slice(0, 4), plain(before).slice(-4)]
      return !(
        printed[sheet]?.includes(first) &&
        // Figures are no text that begins a page; what goes on from the page before ends there.
        (!isWithin || printed.slice(0, sheet).join('').includes(last))
      )
    })
    // A page of figures alone begins where the text of the next one with text does.
    expect(elsewhere.length).toBeLessThan(3)
    for (const { folio, text } of elsewhere)
      expect(printed.slice(labels.indexOf(folio) + 1).join('')).toContain(plain(text).slice(0, 4))
  },
)
