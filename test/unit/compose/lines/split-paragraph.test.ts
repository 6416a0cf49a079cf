import { describe, expect, it } from 'vitest'
import { splitParagraph } from '../../../../src/compose/lines/split-paragraph.js'
import { em, paragraph } from './set-text.js'

const styles = [{ em, autospace: true, call: false, language: '', hyphens: false }]

function words(text: string): (string | undefined)[] {
  return splitParagraph(paragraph(text, 20), styles)
    .filter(({ kind }) => kind === 'western')
    .map((box) => box.text)
}

describe('an apostrophe', () => {
  it('is part of its word', () => {
    expect(words('译作Pasteur’s象限')).toEqual(['Pasteur’s'])
  })
  it('is none beside Chinese, and none at a word’s end', () => {
    expect(words('称‘AI’的')).toEqual(['AI'])
    expect(words('the students’ view')).toEqual(['the', 'students', 'view'])
  })
})
