import { writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { packageEbook } from '../../src/ebook/index.js'
import { specimen, specimenOptions } from '../unit/ebook/specimen.js'
import { epubCheck, epubCheckTs, hasJava } from './epub-judges.js'

const book = packageEbook(specimen, specimenOptions())

test.skipIf(!hasJava)('EPUBCheck has nothing to say', async () => {
  if (process.env['KEEP']) await writeFile(process.env['KEEP'], await book)
  expect(await epubCheck(await book)).toEqual([])
})

test('epubcheck-ts has nothing to say', async () => {
  expect(await epubCheckTs(await book)).toEqual([])
})
