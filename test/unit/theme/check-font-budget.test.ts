import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { checkFontBudget } from '../../../src/theme/index.js'

const faces = [
  { family: 'kb-hei', bytes: new Uint8Array(300_000) },
  { family: 'kb-kai', bytes: new Uint8Array(150_000) },
  { family: 'kb-kai', bytes: new Uint8Array(250_000) },
]

function said(ebookFontBudget: number | undefined): string[] {
  const file = new VFile({ path: 'issue.yaml' })
  checkFontBudget({ ebookFontBudget }, faces, file)
  return file.messages.map(({ ruleId, reason }) => `${ruleId}: ${reason}`)
}

test('fonts within the budget, or without one, are no matter for a message', () => {
  expect(said(700_000)).toEqual([])
  expect(said(undefined)).toEqual([])
})

test('fonts beyond the budget are told, the heaviest family first', () => {
  expect(said(600_000)).toEqual([
    'ebook-fonts-bounded: The fonts of the ePub have 700 kB, and the theme allows 600 kB: kb-kai 400 kB, kb-hei 300 kB',
  ])
})
