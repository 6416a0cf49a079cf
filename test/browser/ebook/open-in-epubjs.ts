import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { BrowserSession, Page } from '../../../src/press/browser/index.js'
import { openReader, type Reader } from './open-reader.js'
import type { OpenedBook } from './opened-book.js'

const main = createRequire(import.meta.url).resolve('epubjs/dist/epub.min.js')

/** Opens an ebook in epub.js, on which many readers on the web are built. */
export async function openInEpubjs(
  session: BrowserSession,
  epub: Uint8Array,
  screen = { width: 820, height: 1180 },
): Promise<{ page: Page; book: OpenedBook }> {
  return openReader(epubjs, session, epub, screen)
}

const epubjs: Reader = {
  shell: `<!DOCTYPE html><meta charset="utf-8"><style>html, body { margin: 0; height: 100% }</style>
<script src="/jszip/jszip.min.js"></script><script src="/epubjs/epub.min.js"></script>
<div id="book" style="width: 100vw; height: 100vh"></div>`,
  folders: {
    epubjs: dirname(main),
    jszip: dirname(createRequire(main).resolve('jszip/dist/jszip.min.js')),
  },
  // epub.js leaves popups to the reader that is built on it: what it finds where the call leads is what would be shown.
  inPage: String.raw`async () => {
  const book = ePub(await (await fetch('/book.epub')).arrayBuffer())
  await book.opened
  const rendition = book.renderTo('book', { width: innerWidth, height: innerHeight, spread: 'none' })
  const documents = [], notes = [], contents = [], pages = []
  const parsed = new Map()
  for (const section of book.spine.spineItems) {
    const source = await section.load(book.load.bind(book)).then(() => section.document)
    parsed.set(section.href, source)
  }
  window.show = (index) => rendition.display(book.spine.get(index).href)
  const leads = (href) => {
    const [file, id] = href.split('#')
    const doc = parsed.get(file) ?? parsed.get(book.spine.get(file)?.href)
    return { doc, target: id ? doc?.getElementById(id) : undefined }
  }
  for (const section of book.spine.spineItems) {
    const source = parsed.get(section.href)
    await rendition.display(section.href)
    const [{ document: doc }] = rendition.getContents()
    documents.push(await askDocument(doc, section.href, source.querySelector('parsererror') ? 'text/html' : source.contentType))
    for (const a of source.querySelectorAll('a[role~=doc-noteref]')) {
      const { target } = leads(section.href + a.getAttribute('href'))
      notes.push({ mark: a.textContent, popup: (target?.textContent ?? '').replace(/\s+/g, ''), hidden: target?.closest('aside')?.getAttribute('epub:type') === 'footnote' })
    }
  }
  const { toc } = await book.loaded.navigation
  for (const item of walk(toc)) {
    if (!item.href) continue
    const { doc, target } = leads(item.href)
    if (doc) contents.push({ label: item.label.trim(), target: askTarget(doc, target) })
  }
  for (const { href, page } of book.pageList?.pageList ?? []) {
    const { doc, target } = leads(href)
    pages.push(askPage(doc, target, String(page)))
  }
  return { documents, contents, pages, notes }
}`,
}
