import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { checkSite, type SiteFile } from '../../../src/web/index.js'
import { siteOf } from '../../conformance/sample-site.js'

const site = siteOf(fileURLToPath(new URL('../../fixtures/record/everything', import.meta.url)))

/** The site with the text of one page changed. */
async function changed(name: string, change: (text: string) => string): Promise<SiteFile[]> {
  return (await site).map((file) =>
    file.name === name ? { name, bytes: Buffer.from(change(Buffer.from(file.bytes).toString())) } : file,
  )
}

test('every address of a site leads somewhere, and its names are plain', async () => {
  expect(checkSite(await site)).toEqual([])
  for (const { name } of await site) expect(name).toMatch(/^[\w./-]+$/u)
})

test.each([
  ['a link to a missing page', (text: string) => text.replace('href="index.html"', 'href="gone.html"')],
  ['a link to a missing id', (text: string) => text.replace('href="#note-1"', 'href="#note-99"')],
  ['a missing picture', (text: string) => text.replace('src="images/', 'src="img/')],
  ['an id that stands twice', (text: string) => text.replace(' id="note-1"', ' id="note-2"')],
])('%s is found', async (_, change) => {
  expect(checkSite(await changed('a01-all.html', change))).not.toEqual([])
})

test('a page has no scripts that run, and nothing from elsewhere', async () => {
  for (const { name, bytes } of await site) {
    if (!name.endsWith('.html')) continue
    const text = Buffer.from(bytes).toString()
    expect(text.match(/<script(?! type="application\/ld\+json")/gu)).toBeNull()
    expect(text).not.toMatch(/(?:src|<link[^>]* href)="https?:/u)
    expect(text).not.toMatch(/ on\w+="/u)
  }
})

test('the pages of the print edition have anchors', async () => {
  const pages = (await site).filter(({ name }) => name.endsWith('.html'))
  const texts = pages.map(({ bytes }) => Buffer.from(bytes).toString()).join('')
  expect(texts.match(/id="page-[^"]+"/gu)?.toSorted()).toEqual([
    'id="page-13"',
    'id="page-2"',
    'id="page-23"',
    'id="page-3"',
  ])
})

test('figures open in full size and close again by links', async () => {
  const page = (await site).find(({ name }) => name === 'a01-all.html')
  const text = Buffer.from(page?.bytes ?? []).toString()
  for (const [, id] of text.matchAll(/<a class="zoom" href="#([^"]+)"/gu))
    expect(text).toContain(`id="${id}"`)
  expect(text.match(/class="zoom"/gu)).toHaveLength(4)
  expect(text.match(/class="zoom-close" href="#/gu)).toHaveLength(4)
})
