import { expect, test } from 'vitest'
import { packageEbook } from '../../src/ebook/index.js'
import { specimen, specimenOptions } from '../unit/ebook/specimen.js'
import { epubAlternatives, epubText, withoutGenerated } from './epub-text.js'

const book = packageEbook(specimen, specimenOptions())

test('gives the documents in reading order', async () => {
  const ids = epubText(await book).map(({ id }) => id)
  expect(ids).toEqual(['cover', 'contents', 'a01-first', 'a02-second', 'colophon'])
})

test('puts notes at their first call and tells made text from written text', async () => {
  const text = epubText(await book)[2]?.text
  expect(text).toContain('要点\uE0001\uE001\uE002\uE0001\uE001第一条注文。\uE003见')
  expect(withoutGenerated(text ?? '')).toContain('要点\uE002第一条注文。\uE003见。一、刊kān本běn的路径')
})

test('gives the alternative texts', async () => {
  expect(epubAlternatives(await book)).toEqual(['折线由左下升到右上'])
})
