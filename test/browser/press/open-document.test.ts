import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openDocument, type BrowserSession } from '../../../src/press/browser/index.js'
import { printDocument } from '../../../src/press/document/index.js'
import { assertLoaded } from '../../../src/press/print/index.js'
import type { Asset } from '../../../src/issue/index.js'
import { css, noAssets, pageRules, part, publicationOf } from '../../unit/press/sample-publication.js'

let session: BrowserSession
let server: Server
let origin: string
const hits: string[] = []

beforeAll(async () => {
  session = openBrowser()
  server = createServer((request, response) => {
    hits.push(request.url ?? '')
    response.setHeader('access-control-allow-origin', '*').end('hit')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
})

afterAll(async () => {
  server.close()
  await session.close()
})

const hostile = (origin: string, name: string) => `
  <img src="${origin}/img"><img srcset="${origin}/srcset 2x"><picture><source srcset="${origin}/source"><img></picture>
  <link rel="stylesheet" href="${origin}/link"><link rel="preload" as="font" href="${origin}/preload">
  <link rel="prefetch" href="${origin}/prefetch"><link rel="icon" href="${origin}/icon"><link rel="preconnect" href="${origin}">
  <style>@import url("${origin}/import"); p { background: url("${origin}/background") }
    @font-face { font-family: x; src: url("${origin}/font") } p { font-family: x } li { list-style-image: url(${origin}/list) }</style>
  <iframe src="${origin}/iframe"></iframe><iframe srcdoc="<img src='${origin}/srcdoc'>"></iframe>
  <object data="${origin}/object"></object><embed src="${origin}/embed"><video src="${origin}/video" poster="${origin}/poster"></video>
  <audio src="${origin}/audio" autoplay></audio><input type="image" src="${origin}/input">
  <svg xmlns:xlink="http://www.w3.org/1999/xlink"><image href="${origin}/svg"/><use xlink:href="${origin}/use#a"/></svg>
  <meta http-equiv="refresh" content="0; url=${origin}/refresh">
  <script>fetch('${origin}/fetch'); document.title = '${name}'</script><script src="${origin}/script"></script>
  <img src="x" onerror="document.title = '${name}'; fetch('${origin}/onerror')"><p style="background: url(${origin}/style)">文</p>
  <a href="${origin}/a" ping="${origin}/ping">文</a><form action="${origin}/form"><button autofocus>x</button></form>
  <img src="http://localhost:${new URL(origin).port}/localhost"><img src="file:///etc/hostname"><iframe src="file:///etc/passwd"></iframe>`

test.each(['with the policy', 'without it'])('a document reaches nothing but its files, %s', async (way) => {
  const { files } = printDocument({
    publication: publicationOf([part('a', '<p>文</p>')]),
    css,
    pageRules,
    faces: [],
    assets: noAssets,
  })
  const html = String(files.get('index.html'))
  const changed = new Map(files).set(
    'index.html',
    (way === 'without it' ? html.replace(/<meta http-equiv[^>]*>/, '') : html).replace(
      '<p ',
      `${hostile(origin, 'ran')}<p `,
    ),
  )
  expect(changed.get('index.html')).not.toBe(html)
  const page = await openDocument(session, changed)
  const reached: string[] = []
  page.on('requestfinished', (request) => reached.push(request.url()))
  await page.pdf({ timeout: 20_000 })
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(hits).toEqual([])
  expect(reached.filter((url) => /etc|http/.test(url))).toEqual([])
  expect(new URL(page.url()).pathname).toMatch(/index\.html$/)
  if (way === 'with the policy') expect(await page.title()).toBe('刊本')
  const frames = await Promise.all(
    page
      .frames()
      .slice(1)
      .map(async (frame) => frame.evaluate(() => document.body.textContent).catch(() => '')),
  )
  expect(frames.join('')).not.toMatch(/root:/)
  await page.close()
})

test('the server is reachable by others: the test above proves something', async () => {
  await fetch(`${origin}/control`)
  expect(hits.splice(0)).toEqual(['/control'])
})

const drawing = (text: string): Asset => ({
  path: '图/一.svg',
  mediaType: 'image/svg+xml',
  width: 10,
  height: 10,
  bytes: new TextEncoder().encode(text),
})

// One grey pixel.
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='

test.each([
  ['a whole picture', Buffer.from(png, 'base64'), undefined],
  ['a picture cut short', Buffer.from(png, 'base64').subarray(0, 40), /picture-1\.png/],
  ['an empty picture', new Uint8Array(), /picture-1\.png/],
])('%s', async (_, bytes, message) => {
  const asset: Asset = { path: '图/一.png', mediaType: 'image/png', width: 1, height: 1, bytes }
  const { files } = printDocument({
    publication: publicationOf([part('a', '<img src="图/一.png">')]),
    css,
    pageRules,
    faces: [],
    assets: new Map([[asset.path, asset]]),
  })
  const page = await openDocument(session, files)
  if (message === undefined) await assertLoaded(page, 0)
  else await expect(assertLoaded(page, 0)).rejects.toThrow(message)
  await page.close()
})

test('a drawing that asks for something outside gets nothing', async () => {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><image href="${origin}/inner" width="9" height="9"/>
    <style>@import url(${origin}/css)</style><script>fetch('${origin}/js')</script></svg>`
  const { files } = printDocument({
    publication: publicationOf([part('a', '<img src="图/一.svg">')]),
    css,
    pageRules,
    faces: [],
    assets: new Map([['图/一.svg', drawing(text)]]),
  })
  const page = await openDocument(session, files)
  await assertLoaded(page, 0)
  await page.pdf()
  expect(hits).toEqual([])
  await page.close()
})

test('a face that is no font does not load', async () => {
  const { files } = printDocument({
    publication: publicationOf([part('a', '<p>文</p>')]),
    css,
    pageRules,
    faces: [
      {
        family: 'kb-song',
        weight: 400,
        style: 'normal',
        fileName: 'x.ttf',
        bytes: new Uint8Array([1, 2, 3]),
      },
    ],
    assets: noAssets,
  })
  const page = await openDocument(session, files)
  await expect(assertLoaded(page, 1)).rejects.toThrow(/kb-song/)
  await expect(assertLoaded(page, 2)).rejects.toThrow(/1 faces instead of 2/)
  await page.close()
})
