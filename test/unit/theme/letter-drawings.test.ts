import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import type { Asset, Theme } from '../../../src/issue/index.js'
import { letterDrawings } from '../../../src/theme/index.js'
import { loadTheme } from '../../../src/theme/load-theme.js'

let journal: Theme
beforeAll(async () => {
  const { theme } = await loadTheme('journal', fileURLToPath(new URL('../../../templates/', import.meta.url)))
  if (!theme) throw new Error('the theme is broken')
  journal = theme
})

function picture(path: string, text: string, mediaType: Asset['mediaType'] = 'image/svg+xml'): Asset {
  return { path, mediaType, width: 10, height: 10, bytes: new TextEncoder().encode(text) }
}

async function lettered(...assets: Asset[]): Promise<string[]> {
  const made = await letterDrawings(journal, new Map(assets.map((asset) => [asset.path, asset])))
  return [...made.values()].map(({ bytes }) => new TextDecoder().decode(bytes))
}

const svg = (inner: string) => `<svg xmlns="http://www.w3.org/2000/svg" aria-label="a > b">${inner}</svg>`

test('a drawing takes the letters of its text along, ahead of its own rules', async () => {
  const own = '<style>text{fill:red}</style><text>汉&#x5b57;</text>'
  const drawing = picture('a.svg', svg(own))
  const [text = ''] = await lettered(drawing)
  expect(text.match(/@font-face\{font-family:kb-hei;font-weight:400/gu)).toHaveLength(1)
  expect(text.match(/@font-face/gu)).toHaveLength(1)
  expect(text).toMatch(/^<svg [^]*aria-label="a > b"><style>@font-face[^]*svg text\{font-family:kb-hei,/u)
  expect(text.endsWith(`</style>${own}</svg>`)).toBe(true)
  expect(await lettered(drawing)).toEqual([text])
})

test('bold letters come along when there are any, each with its own characters', async () => {
  const [bold = '', more = ''] = await lettered(
    picture('a.svg', svg('<text font-weight="700">汉</text>')),
    picture('b.svg', svg('<text style="font-weight: bold">汉字和更多的字</text>')),
  )
  expect(bold.match(/font-weight:(?:400|700);font-style/gu)).toEqual([
    'font-weight:400;font-style',
    'font-weight:700;font-style',
  ])
  expect(more.length).toBeGreaterThan(bold.length)
})

test('a text that asks for bold letters itself takes those of others along only as regular ones', async () => {
  const texts = (first: string, second: string) =>
    svg(`<text${first}>汉</text><text${second}>字和更多的字</text>`)
  const [own = '', grouped = '', all = ''] = await lettered(
    picture('a.svg', texts(' font-weight="700"', '')),
    picture('b.svg', texts('', '').replace('</svg>', '<style>.b { font-weight: 700 }</style></svg>')),
    picture('c.svg', texts(' font-weight="700"', ' font-weight="700"')),
  )
  const [regular = 0, bold = 0] = sizes(own)
  expect(bold).toBeLessThan(regular * 0.8)
  expect(sizes(grouped)).toEqual(sizes(all))
  expect(sizes(all)[0]).toBe(regular)
  expect(sizes(all)[1]).toBeGreaterThan(bold)
})

/** Characters of each face's file, as base64. */
function sizes(drawing: string): number[] {
  return [...drawing.matchAll(/base64,([^)]*)/gu)].map(([, data = '']) => data.length)
}

test('what has no text stays as it is', async () => {
  const silent = svg('<path d="M0 0"/>')
  const pixels = '<svg><text>汉</text></svg>'
  expect(await lettered(picture('a.svg', silent), picture('b.png', pixels, 'image/png'))).toEqual([
    silent,
    pixels,
  ])
})
