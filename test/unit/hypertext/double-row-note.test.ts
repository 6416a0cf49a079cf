import { describe, expect, it, test } from 'vitest'
import { hypertextOf } from './hypertext-of.js'

const rows = (text: string): string[] =>
  [...hypertextOf(`甲:gezhu[${text}]乙`).html.matchAll(/<span class="row">(.*?)<\/span>/g)].map(
    ([, row]) => row ?? '',
  )

describe('a note in two rows (割注)', () => {
  it.each([
    ['注文', ['注', '文']],
    ['注文一', ['注文', '一']],
    ['注', ['注']],
    ['闰余成岁，律吕', ['闰余成岁，', '律吕']],
    ['闰余成，岁律', ['闰余成，', '岁律']],
    ['闰余“成岁”律', ['闰余“成', '岁”律']],
    ['见《书》', ['见', '《书》']],
    ['甲见the word乙', ['甲见the ', 'word乙']],
  ])('%s', (text, expected) => {
    expect(rows(text)).toEqual(expected)
    expect(rows(text).join('')).toBe(text)
  })

  test('is as wide as its longer row', () => {
    expect(hypertextOf(':gezhu[注文一二三]').html).toBe(
      '<p><small class="double-row-note" data-half="3"><span class="row">注文一</span><span class="row">二三</span></small></p>',
    )
  })

  test('is text alone, and short', () => {
    expect(hypertextOf(':gezhu[注*文*]').messages).toEqual(['double-row-note-plain 1:9'])
    expect(hypertextOf(`:gezhu[${'字'.repeat(201)}]`).messages).toEqual(['double-row-note-short 1:1'])
    expect(hypertextOf(':gezhu[]').messages).toEqual(['directive-text 1:1'])
  })
})
