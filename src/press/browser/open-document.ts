import { mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { HTTPRequest, Page } from 'puppeteer'
import type { BrowserSession } from './open-browser.js'

/** Contents, or what reads them: large pictures are read and written one after the other. */
export type DocumentFile = string | Uint8Array | (() => Uint8Array)

/**
 * Opens a document: its files are written to the session's private folder and `index.html` is loaded from there.
 *
 * Every request of the page is looked at, and whatever is not one of these files is refused, be it on the network or
 * on the disk. Our own `page.evaluate` works; scripts of the page are the document's own policy's business.
 *
 * @param files contents by name, without folders
 */
export async function openDocument(
  session: BrowserSession,
  files: ReadonlyMap<string, DocumentFile>,
): Promise<Page> {
  const [page, parent] = await Promise.all([session.page(), session.folder()])
  const folder = await mkdtemp(join(parent, 'document-'))
  const allowed = new Set([...files.keys()].map((name) => fileUrl(folder, name)))
  await Promise.all([
    ...[...files].map(([name, content]) =>
      typeof content === 'function' ? undefined : writeFile(join(folder, name), content, exclusive),
    ),
    page.setRequestInterception(true),
  ])
  for (const [name, content] of files)
    if (typeof content === 'function') await writeFile(join(folder, name), content(), exclusive)
  page.on('request', (request) => void judge(request, allowed))
  await page.goto(fileUrl(folder, 'index.html'), { waitUntil: 'load' })
  return page
}

const exclusive = { flag: 'wx', mode: 0o600 } as const

async function judge(request: HTTPRequest, allowed: ReadonlySet<string>): Promise<void> {
  const url = request.url().split('#')[0] ?? ''
  try {
    // An aborted navigation leaves the page where it is; any other failure would replace it with an error page.
    await (allowed.has(url) ? request.continue() : request.abort('aborted'))
  } catch {
    // The page was closed in the meantime.
  }
}

function fileUrl(folder: string, name: string): string {
  return pathToFileURL(join(folder, name)).href
}
