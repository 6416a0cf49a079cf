import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { afterAll, expect, test } from 'vitest'
import { openBrowser } from '../../../src/press/browser/index.js'
import { drawFormulas } from '../../../src/press/index.js'

const session = openBrowser({ browserPath: process.env['PUPPETEER_EXECUTABLE_PATH'] })
afterAll(() => session.close())

const font = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
)
const faces = [
  {
    family: 'kb-x',
    weight: 400,
    style: 'normal' as const,
    fileName: 'kb-x-400.ttf',
    bytes: readFileSync(font),
  },
]

function math(html: string): Element {
  const [node] = fromHtml(html, { fragment: true }).children
  if (node?.type !== 'element') throw new Error('no formula')
  return node
}

test('formulas are drawn with their own size and depth, four px for each of theirs, the same every time', async () => {
  const input = {
    formulas: [
      math('<math><mi>x</mi></math>'),
      math('<math display="block"><mfrac><mi>x</mi><mi>y</mi></mfrac></math>'),
    ],
    faces,
    families: ['kb-x'],
  }
  const [letter, fraction] = await drawFormulas(session, input)
  expect(letter?.mediaType).toBe('image/png')
  expect(letter?.height).toBeLessThan(30)
  expect(fraction?.height).toBeGreaterThan(letter?.height ?? 99)
  // The denominator hangs below the line of the text; the rule of a fraction stands above it.
  expect(fraction?.depth).toBeGreaterThan(0.2)
  expect(fraction?.depth).toBeLessThan(1.5)
  const png = Buffer.from(letter?.bytes ?? [])
  expect(png.readUInt32BE(16)).toBe((letter?.width ?? 0) * 4)
  const again = await drawFormulas(session, input)
  expect(again.map(({ bytes }) => Buffer.from(bytes).toString('base64'))).toEqual(
    [letter, fraction].map((one) => Buffer.from(one?.bytes ?? []).toString('base64')),
  )
})

test('no formulas, no page', async () => {
  expect(await drawFormulas(session, { formulas: [], faces, families: [] })).toEqual([])
})
