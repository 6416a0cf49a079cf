import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { issueJsonProblems, writeRecords } from '../../src/record/index.js'
import { recordOf, sampleFolder } from './sample-record.js'

type Json = Readonly<Record<string, unknown>>

const everything = fileURLToPath(new URL('../fixtures/record/everything', import.meta.url))
const published = fileURLToPath(new URL('../../docs/issue.schema.json', import.meta.url))

/** A file of an issue's records. */
async function recordFile(folder: string, name: string): Promise<Json> {
  const file = writeRecords(await recordOf(folder), 0).find((each) => each.name === name)
  return JSON.parse(file?.text ?? '') as Json // our own file
}

const schema = await recordFile(everything, 'issue.schema.json')
const value = await recordFile(everything, 'issue.json')
const [article = {}] = value['articles'] as readonly Json[] // by the schema
const isValid = new Ajv2020({ strict: true, allErrors: true }).compile(schema)

test('the schema in docs/ is the one that archives hold', () => {
  expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(schema)
})

test.each([everything, sampleFolder])('issue.json of %s agrees with its schema', async (folder) => {
  isValid(await recordFile(folder, 'issue.json'))
  expect(isValid.errors).toBeNull()
})

const { title: _, ...untitled } = article

test.each<[string, Json]>([
  ['a year in words', { ...value, year: 'MMXXVI' }],
  ['a key that nobody knows', { ...value, extra: 1 }],
  ['an impossible date', { ...value, date: '2026/11' }],
  ['fewer than no pages', { ...value, pages: -1 }],
  ['another format', { ...value, format: 'kanben-issue-2' }],
  ['an article without a title', { ...value, articles: [untitled] }],
  ['a kind that does not exist', { ...value, articles: [{ ...article, kind: 'poem' }] }],
  ['an author without a name', { ...value, articles: [{ ...article, authors: [{ orcid: '0' }] }] }],
])('%s is refused by the schema and by us', (_name, broken) => {
  expect(isValid(broken)).toBe(false)
  expect(issueJsonProblems(JSON.stringify(broken))).not.toEqual([])
})
