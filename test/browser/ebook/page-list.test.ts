import { afterAll, expect, test } from 'vitest'
import { openBrowser } from '../../../src/press/browser/index.js'
import { normaliseText, readPdfText } from '../../completeness/pdf-text.js'
import { sampleFolder } from '../../conformance/sample-ebook.js'
import { buildSample } from './build-sample.js'
import { openInFoliate } from './open-in-foliate.js'

const session = openBrowser({ browserPath: process.env['PUPPETEER_EXECUTABLE_PATH'] })
afterAll(() => session.close())

/** Without figures: notes are numbered anew on every printed page. */
const plain = (text: string) => normaliseText(text).replaceAll(/\d/g, '')

test(
  'every page of the page list begins with the text that begins this page of the PDF',
  { timeout: 180_000 },
  async () => {
    const { pdf, epub } = await buildSample(sampleFolder)
    const { pages, labels } = await readPdfText(pdf)
    const { book } = await openInFoliate(session, epub)
    expect(book.pages.length).toBeGreaterThan(20)
    expect(book.pages.filter(({ isWithin }) => isWithin).length).toBeGreaterThan(5)
    const printed = pages.map(plain)
    // The colophon is set in other words on screen.
    const elsewhere = book.pages.slice(0, -1).filter(({ folio, text, before, isWithin }) => {
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
