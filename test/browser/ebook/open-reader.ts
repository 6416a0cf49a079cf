import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import type { BrowserSession, Page } from '../../../src/press/browser/index.js'
import { questions, type OpenedBook } from './opened-book.js'

const origin = 'https://reader.test'
const mediaTypes: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.html': 'text/html' }

/** A reading system that runs in the browser. */
export interface Reader {
  /** The page that it runs in. */
  readonly shell: string
  /** Folder of its scripts by the first part of their address. */
  readonly folders: Readonly<Record<string, string>>
  /** A function that opens `/book.epub` and answers with an `OpenedBook`; text, so that no tool rewrites it. */
  readonly inPage: string
}

/**
 * Opens an ebook in a reading system and asks what a reader of the book would see. The engine comes from its package
 * and the book from memory: nothing leaves the machine.
 */
export async function openReader(
  { shell, folders, inPage }: Reader,
  session: BrowserSession,
  epub: Uint8Array,
  screen: { readonly width: number; readonly height: number },
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
    const [, name = '', rest = ''] = /^\/([^/]+)\/(.*)$/.exec(pathname) ?? []
    void readFile(join(folders[name] ?? '', normalize(rest))).then(
      (body) => request.respond({ contentType: mediaTypes[extname(pathname)] ?? 'text/plain', body }),
      () => request.respond({ status: 404 }),
    )
  })
  await page.goto(`${origin}/`)
  // The function of the reader gives what its contract says.
  const book = (await page.evaluate(`(() => { ${questions}; return (${inPage})() })()`)) as OpenedBook
  return { page, book }
}
