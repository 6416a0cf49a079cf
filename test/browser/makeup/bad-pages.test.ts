import { readFile, rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { badArticles, writeBadPages } from '../../fixtures/bad-pages.js'
import { buildReading, type BuiltReading } from './build-reading.js'
import { readPages } from './read-pages.js'

let built: BuiltReading
let pages: readonly string[] = []
const folders: string[] = []

beforeAll(async () => {
  folders.push(await writeBadPages())
  built = await buildReading(folders[0] ?? '')
  folders.push(built.folder)
  pages = await readPages(new Uint8Array(await readFile(built.pdf)))
}, 120_000)

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

/** What is said of the pages of an article. */
const said = (name: string): string[] =>
  built.messages.flatMap((message) => {
    const [, place, reason] = /^(\S+) pages-composed (.*)$/s.exec(message) ?? []
    return place?.startsWith(`${name}.md:`) ? [`${place.slice(name.length + 4)} ${reason ?? ''}`] : []
  })

test.each([
  ['tall-figure', '7:1', 'taller than the page', '127 lines, where there are 40'],
  ['tall-credit', '7:1', 'taller than the page', '125 lines, where there are 40'],
  ['long-note', '7:1', 'too long for one page', '113 lines, where there are 39'],
  ['equation', '7:1', 'cannot be split', '45 lines, where there are 36'],
  ['wide-equation', '7:1', 'wider than its column', '99 characters, where there are 22'],
  ['row', '10:1', 'cannot be split', '74 lines, where there are 34'],
  ['head', '8:1', 'cannot be split', '41 lines, where there are 16'],
  ['boxed-figure', '10:1', 'cannot be split', '127 lines, where there are 40'],
  ['headings', '55:1', 'should stay together', ''],
  ['opener', 'undefined:undefined', 'should stay together', ''],
])('%s is told with its place and by how much it is too large', (name, place, what, size) => {
  const [first, ...others] = said(name)
  expect(first).toMatch(new RegExp(`^${place} `))
  expect(first).toContain(what)
  expect(first).toContain(size)
  for (const other of others) expect(other).toContain('should stay together')
})

test('a word longer than its line is told wherever it stands, and at no other place', () => {
  const told = built.messages.filter((message) => message.includes('A word here is longer than its line'))
  expect(told.map((message) => message.split(' ')[0])).toEqual(
    ['7:1', '9:1', '11:1', '13:3', '15:1', '16:1', '19:1'].map((place) => `long-word.md:${place}`),
  )
})

test('nothing of a text is lost or set twice', () => {
  const text = pages.join('')
  const count = (what: string): number => text.split(what).length - 1
  for (let index = 0; index < 60; index++) expect(count(`第${index}个标题`)).toBe(1)
  for (let index = 0; index < 40; index++) expect(count(`丙${index}丁`)).toBe(1)
  for (const caption of ['一根柱子', '一块板', '框里的柱子']) expect(count(caption)).toBe(1)
  const written = Object.values(badArticles).join('').length
  expect(text.length).toBeGreaterThan(written * 0.9)
})

test('the other pages are as good as any', () => {
  expect(built.composition).toMatchObject({ loneLines: 0, oneLineColumns: 0, notes: { count: 2, away: 0 } })
  expect(built.composition.gridDeviation).toBeLessThan(0.1)
})
