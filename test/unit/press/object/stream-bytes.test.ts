import { deflateSync } from 'node:zlib'
import { PDFContext, PDFRawStream } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { streamBytes, wholeBytes } from '../../../../src/press/pdf/object/stream-bytes.js'

const context = PDFContext.create()
const text = Buffer.from('0 0 m 10 10 l S\n'.repeat(200))
const packed = (bytes: Uint8Array, entries: Record<string, string | string[] | Record<string, number>>) =>
  PDFRawStream.of(context.obj(entries), bytes)
const flate = packed(deflateSync(text), { Filter: 'FlateDecode' })

test('undoes one filter and several', () => {
  expect(Buffer.from(wholeBytes(flate))).toEqual(text)
  const hexadecimal = Buffer.from(`${deflateSync(text).toString('hex')}>`)
  const twice = packed(hexadecimal, { Filter: ['ASCIIHexDecode', 'FlateDecode'] })
  expect(Buffer.from(wholeBytes(twice))).toEqual(text)
})

test('undoes the predictor Up of PNG', () => {
  const rows = Buffer.from([2, 1, 2, 3, 2, 1, 1, 1])
  const stream = packed(deflateSync(rows), {
    Filter: 'FlateDecode',
    DecodeParms: { Predictor: 12, Columns: 3 },
  })
  expect([...wholeBytes(stream)]).toEqual([1, 2, 3, 2, 3, 4])
})

test('a stream that is cut short gives preflight what it has, and the press nothing', () => {
  const short = packed(flate.contents.subarray(0, flate.contents.length - 12), { Filter: 'FlateDecode' })
  const { bytes } = streamBytes(short)
  expect(bytes.length).toBeGreaterThan(0)
  expect(Buffer.from(bytes)).toEqual(text.subarray(0, bytes.length))
  expect(() => wholeBytes(short)).toThrow('unexpected end of file')
})

test('a picture keeps its last filter, and is no content', () => {
  const picture = packed(Buffer.from('ffd8>'), { Filter: ['ASCIIHexDecode', 'DCTDecode'] })
  expect(streamBytes(picture)).toMatchObject({ picture: 'DCTDecode', bytes: Uint8Array.of(0xff, 0xd8) })
  expect(() => wholeBytes(picture)).toThrow('packed by DCTDecode')
})

test('what is no packed stream is refused', () => {
  expect(() => streamBytes(packed(text, { Filter: 'FlateDecode' }))).toThrow('incorrect header check')
})
