import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, extname, join, normalize } from 'node:path'
import type { BrowserSession, Page } from '../../../src/press/browser/index.js'

const folder = dirname(createRequire(import.meta.url).resolve('foliate-js/view.js'))
const origin = 'https://reader.test'
const mediaTypes: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.html': 'text/html' }

/** What a reading system makes of one document of a book. */
export interface OpenedDocument {
  readonly id: string
  /** `text/html` if it could not be read as XHTML: the engine then takes what it can. */
  readonly mediaType: string
  readonly title: string
  /** Pictures that were not drawn. */
  readonly brokenPictures: readonly string[]
  /** `family status` of every embedded face after it was asked for. */
  readonly fonts: readonly string[]
  /** Elements that are wider than a column of the screen. */
  readonly tooWide: readonly string[]
}

export interface OpenedBook {
  readonly documents: readonly OpenedDocument[]
  /** Label of each contents entry that leads into a document, and the text that stands at its target. */
  readonly contents: readonly { readonly label: string; readonly target: string }[]
  /** Folio and the first characters behind its mark. */
  readonly pages: readonly {
    readonly folio: string
    readonly text: string
    /** The last characters before the mark in its document; empty at its beginning. */
    readonly before: string
    /** The mark stands within a paragraph, not at its beginning. */
    readonly isWithin: boolean
  }[]
  /** Text of the popup of each call of a note. */
  readonly notes: readonly { readonly mark: string; readonly popup: string; readonly hidden: boolean }[]
}

/**
 * Opens an ebook in foliate-js, the engine of the reader Foliate, and asks what a reader of the book would see. The
 * engine comes from the package and the book from memory: nothing leaves the machine.
 */
export async function openInFoliate(
  session: BrowserSession,
  epub: Uint8Array,
  screen = { width: 820, height: 1180 },
): Promise<{ page: Page; book: OpenedBook }> {
  const page = await session.page()
  await page.setViewport(screen)
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    const { pathname, origin: asked, protocol } = new URL(request.url())
    if (protocol === 'blob:' || protocol === 'data:') return void request.continue()
    if (asked !== origin) return void request.abort()
    if (pathname === '/') return void request.respond({ contentType: 'text/html', body: shell })
    if (pathname === '/book.epub') return void request.respond({ body: Buffer.from(epub) })
    void readFile(join(folder, normalize(pathname))).then(
      (body) => request.respond({ contentType: mediaTypes[extname(pathname)] ?? 'text/plain', body }),
      () => request.respond({ status: 404 }),
    )
  })
  await page.goto(`${origin}/`)
  // The function below runs in the page; it is text so that no tool rewrites it.
  const book = (await page.evaluate(`(${inPage})()`)) as OpenedBook
  return { page, book }
}

const shell = `<!DOCTYPE html><meta charset="utf-8"><style>
html, body { margin: 0; height: 100% } foliate-view { display: block; height: 100vh }
</style>`

const inPage = String.raw`async () => {
  const { FootnoteHandler } = await import('/footnotes.js')
  await import('/view.js')
  const blob = await (await fetch('/book.epub')).blob()
  const view = document.createElement('foliate-view')
  document.body.append(view)
  await view.open(new File([blob], 'book.epub'))
  window.view = view
  const { book } = view
  const documents = [], notes = [], contents = [], pages = []
  const show = async (target) => {
    const loaded = new Promise((resolve) => view.addEventListener('load', (e) => resolve(e.detail.doc), { once: true }))
    await view.goTo(target)
    return loaded
  }
  for (const [index, section] of book.sections.entries()) {
    const doc = await show(index)
    const faces = [...doc.fonts]
    await Promise.all(faces.map((face) => face.load().catch(() => undefined)))
    const measure = parseFloat(getComputedStyle(doc.documentElement).columnWidth) || innerWidth
    documents.push({
      id: section.id,
      mediaType: doc.contentType,
      title: doc.title,
      brokenPictures: [...doc.images].filter((image) => !image.naturalWidth || !image.clientWidth).map((image) => image.getAttribute('alt')),
      fonts: faces.map((face) => face.family + ' ' + face.status),
      tooWide: [...doc.querySelectorAll('body *')].filter((el) => !el.closest('math') && [...el.getClientRects()].some((rect) => rect.width > measure + 1)).map((el) => el.tagName + '.' + el.className),
    })
    for (const a of doc.querySelectorAll('a[role~=doc-noteref]')) {
      const handler = new FootnoteHandler()
      const rendered = new Promise((resolve) => handler.addEventListener('render', (e) => resolve(e.detail), { once: true }))
      handler.addEventListener('before-render', (e) => document.body.append(e.detail.view))
      const event = new CustomEvent('link', { detail: { a, href: section.resolveHref(a.getAttribute('href')) }, cancelable: true })
      handler.handle(book, event)
      const detail = await rendered
      notes.push({ mark: a.textContent, popup: detail.view.renderer.getContents()[0].doc.body.textContent.replace(/\s+/g, ''), hidden: detail.hidden })
      detail.view.remove()
    }
  }
  const walk = (items) => items.flatMap((item) => [item, ...walk(item.subitems ?? [])])
  for (const item of walk(book.toc ?? [])) {
    if (!item.href) continue
    const { index, anchor } = book.resolveHref(item.href)
    const doc = await book.sections[index].createDocument()
    const target = anchor?.(doc)
    contents.push({ label: item.label.trim(), target: (target || doc.querySelector('h1') || doc.body).textContent.trim() })
  }
  for (const item of book.pageList ?? []) {
    const { index, anchor } = book.resolveHref(item.href)
    const doc = await book.sections[index].createDocument()
    const range = doc.createRange()
    const mark = anchor(doc)
    range.setStartAfter(mark)
    range.setEndAfter(doc.body)
    const text = range.toString().replace(/\s+/g, '').slice(0, 12)
    range.setStart(doc.body, 0)
    range.setEndBefore(mark)
    const before = range.toString().replace(/\s+/g, '').slice(-12)
    const paragraph = mark.closest('p')
    if (paragraph) range.setStart(paragraph, 0)
    pages.push({ folio: item.label, text, before, isWithin: paragraph !== null && range.toString().trim() !== '' })
  }
  return { documents, contents, pages, notes }
}`
