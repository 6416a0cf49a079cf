import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import type { SiteFile } from './site-file.js'

/** A link, picture or style sheet of a page that leads nowhere, or an id that stands twice. */
export interface SiteProblem {
  readonly file: string
  /** The address as the page has it. */
  readonly address: string
}

/** Every relative address of a site has to lead to one of its files, and every fragment to an element there. */
export function checkSite(files: readonly SiteFile[]): SiteProblem[] {
  const names = new Set(files.map(({ name }) => name))
  const problems: SiteProblem[] = []
  const pages = new Map<string, { ids: Set<string>; addresses: string[] }>()
  for (const { name, bytes } of files) {
    if (!name.endsWith('.html')) continue
    const page = { ids: new Set<string>(), addresses: [] as string[] }
    visit(fromHtml(new TextDecoder().decode(bytes)), 'element', ({ properties }) => {
      const { id, href, src } = properties
      if (typeof id === 'string') {
        if (page.ids.has(id)) problems.push({ file: name, address: `#${id}` })
        page.ids.add(id)
      }
      for (const address of [href, src]) if (typeof address === 'string') page.addresses.push(address)
    })
    pages.set(name, page)
  }
  for (const [file, { addresses }] of pages) {
    for (const address of addresses) {
      if (/^[a-z][a-z\d+.-]*:/iu.test(address)) continue
      const [written = '', fragment] = address.split('#')
      const target = written === '' ? file : decodeURIComponent(written)
      const ids = pages.get(target)?.ids
      if (!names.has(target) || (fragment !== undefined && ids?.has(decodeURIComponent(fragment)) !== true))
        problems.push({ file, address })
    }
  }
  return problems
}
