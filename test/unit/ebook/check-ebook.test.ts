import { expect, test } from 'vitest'
import { readContainer } from '../../../src/ebook/check/read-container.js'
import { checkEbook, packageEbook } from '../../../src/ebook/index.js'
import { mutants } from './mutants.js'
import { specimen, specimenFormulas, specimenOptions } from './specimen.js'
import { writeContainer } from './write-container.js'

const book = packageEbook(specimen, specimenOptions())

test('a good ebook has no findings, also when packed again', async () => {
  expect(checkEbook(await book)).toEqual([])
  expect(checkEbook(writeContainer(readContainer(await book)))).toEqual([])
})

test('neither has one with pictures of formulas and an ONIX record', async () => {
  const options = { ...specimenOptions(), formulas: specimenFormulas(), onix: true }
  expect(checkEbook(await packageEbook(specimen, options))).toEqual([])
})

test.each(mutants)('refuses: $name', async ({ rule, change }) => {
  const findings = checkEbook(writeContainer(change(readContainer(await book))))
  expect(findings.map((finding) => finding.rule)).toContain(rule)
})

test('what is no ZIP file is no ebook', () => {
  expect(() => checkEbook(Buffer.from('book'))).toThrow(/ZIP/)
})
