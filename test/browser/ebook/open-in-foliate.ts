import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { BrowserSession, Page } from '../../../src/press/browser/index.js'
import { openReader, type Reader } from './open-reader.js'
import type { OpenedBook } from './opened-book.js'

/** Opens an ebook in foliate-js, the engine of the reader Foliate. */
export async function openInFoliate(
  session: BrowserSession,
  epub: Uint8Array,
  screen = { width: 820, height: 1180 },
): Promise<{ page: Page; book: OpenedBook }> {
  return openReader(foliate, session, epub, screen)
}

const foliate: Reader = {
  shell: `<!DOCTYPE html><meta charset="utf-8"><style>
html, body { margin: 0; height: 100% } foliate-view { display: block; height: 100vh }
</style>`,
  folders: { foliate: dirname(createRequire(import.meta.url).resolve('foliate-js/view.js')) },
  inPage: String.raw`async () => {
  const { FootnoteHandler } = await import('/foliate/footnotes.js')
  await import('/foliate/view.js')
  const blob = await (await fetch('/book.epub')).blob()
  const view = document.createElement('foliate-view')
  document.body.append(view)
  await view.open(new File([blob], 'book.epub'))
  window.show = (index) => view.goTo(index)
  const { book } = view
  const documents = [], notes = [], contents = [], pages = []
  const show = async (target) => {
    const loaded = new Promise((resolve) => view.addEventListener('load', (e) => resolve(e.detail.doc), { once: true }))
    await view.goTo(target)
    return loaded
  }
  for (const [index, section] of book.sections.entries()) {
    const doc = await show(index)
    documents.push(await askDocument(doc, section.id, doc.contentType))
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
  for (const item of walk(book.toc ?? [])) {
    if (!item.href) continue
    const { index, anchor } = book.resolveHref(item.href)
    const doc = await book.sections[index].createDocument()
    contents.push({ label: item.label.trim(), target: askTarget(doc, anchor?.(doc)) })
  }
  for (const item of book.pageList ?? []) {
    const { index, anchor } = book.resolveHref(item.href)
    const doc = await book.sections[index].createDocument()
    pages.push(askPage(doc, anchor(doc), item.label))
  }
  return { documents, contents, pages, notes }
}`,
}
