import { readFile, rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeStressIssue } from '../../conformance/stress-issue.js'
import { buildReading, type BuiltReading } from './build-reading.js'
import { readPages } from './read-pages.js'

let built: BuiltReading
let pages: readonly string[] = []
const folders: string[] = []

beforeAll(async () => {
  folders.push(await writeStressIssue())
  built = await buildReading(folders[0] ?? '')
  folders.push(built.folder)
  pages = await readPages(new Uint8Array(await readFile(built.pdf)))
}, 120_000)

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

const pagesWith = (text: string): string[] => pages.filter((page) => page.includes(text))

test('nobody has anything to say against its pages', () => {
  expect(built.messages).toEqual([])
  expect(built.composition).toMatchObject({
    loneLines: 0,
    headingsAtFoot: 0,
    oneLineColumns: 0,
    loneCharacters: 0,
    notes: { count: 61, away: 0 },
  })
  expect(built.composition.gridDeviation).toBeLessThan(0.1)
  expect(built.composition.floats.farthest).toBeLessThanOrEqual(1)
  expect(built.composition.bodyLines).toBeGreaterThan(1000)
})

test('all the text is there', () => {
  for (let index = 0; index < 120; index++) expect(pagesWith(`城市${index + 1}${index * 7}说明${index}`)).toHaveLength(2) // prettier-ignore
  for (let index = 0; index < 90; index++) expect(pagesWith(`第${index}项`)).toHaveLength(1)
  for (let index = 0; index < 30; index++) expect(pagesWith(`注文${index}。`)).toHaveLength(2)
})

test('a note of 400 characters called where a page would end stands whole on the page of its call', () => {
  const [noted, ...others] = pagesWith('①第0段说的是')
  expect(others).toEqual([])
  expect(noted).toContain('第10段说的是第10件事')
  const note = noted?.slice(noted.indexOf('①第0段说的是')) ?? ''
  expect(note).toContain('第8段说的是第8件事')
})

test('a figure that takes a page has it for itself', () => {
  const [page, ...others] = pagesWith('和页一样高')
  expect(others).toEqual([])
  expect(page?.length).toBeLessThan(30)
})

test('headings in a row are followed by text on their page', () => {
  expect(pagesWith('一级标题其下的标题再下的标题第40段说的是')).toHaveLength(1)
  expect(pagesWith('又一个标题紧跟的标题第50段说的是')).toHaveLength(1)
})
