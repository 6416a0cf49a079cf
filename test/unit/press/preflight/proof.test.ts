import { PDFArray, PDFDict, PDFHexString, PDFName } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { loadPdf } from '../../../../src/press/pdf/load-pdf.js'
import { annotateProof, preflight, type ProofNote } from '../../../../src/press/pdf/preflight/index.js'
import { pressFile } from './press-file.js'

const notes: ProofNote[] = [
  { severity: 'error', page: 2, box: [50, 60, 90, 80], label: 'black-text (9 pt)', text: '小号黑字' },
  { severity: 'warning', label: 'page-multiple', text: '页数' },
  { severity: 'info', page: 1, label: 'press-claim', text: '未声明' },
]

async function annotations(bytes: Uint8Array, page: number) {
  const found = (await loadPdf(bytes)).getPage(page).node.lookup(PDFName.of('Annots'))
  const list = found instanceof PDFArray ? found : undefined
  return Array.from({ length: list?.size() ?? 0 }, (_, at) => {
    const dict = list?.lookup(at, PDFDict)
    const contents = dict?.lookup(PDFName.of('Contents'), PDFHexString).decodeText()
    return `${contents} ${dict?.lookup(PDFName.of('Rect'), PDFArray).toString()}`
  })
}

test('each remark stands over its place, those without one in the corner of the first page', async () => {
  const proof = await annotateProof(await pressFile('0 g 50 50 9 9 re f'), notes)
  expect(await annotations(proof, 1)).toEqual(['小号黑字 [ 48 58 99.6 88.5 ]'])
  expect(await annotations(proof, 0)).toEqual([
    expect.stringContaining('页数') as string,
    expect.stringContaining('未声明') as string,
  ])
  expect(await annotations(proof, 2)).toEqual([])
})

test('remarks on one place are one', async () => {
  const box = [50, 60, 90, 80] as const
  const proof = await annotateProof(await pressFile(), [
    { severity: 'warning', page: 2, box, label: 'one', text: '一' },
    { severity: 'error', page: 2, box, label: 'two', text: '二' },
  ])
  expect(await annotations(proof, 1)).toEqual([expect.stringContaining('一\n\n二') as string])
})

test('the proof claims nothing, and is the same each time', async () => {
  const file = await pressFile()
  const proof = await annotateProof(file, notes)
  expect((await preflight(proof)).claims.press).toBeUndefined()
  expect(Buffer.from(await annotateProof(file, notes)).equals(proof)).toBe(true)
})
