import { expect, test } from 'vitest'
import { pageBreaks } from '../../../src/pipeline/page-breaks.js'

const breaks = (folios: (string | undefined)[], starts: Parameters<typeof pageBreaks>[1]['starts']) =>
  pageBreaks({ pageCount: folios.length, pageOf: new Map(), folios }, { starts }).map(
    ({ folio, part, offset }) => `${folio} ${part} ${offset ?? ''}`,
  )

test('pages without text begin where the next one does; covers, blank and last pages of figures are not marked', () => {
  const start = (part: string, offset?: number) => ({ part, offset })
  expect(
    breaks(
      [undefined, '1', '2', '3', undefined, '5', '6'],
      [null, start('a'), null, start('a', 9), null, start('b'), null],
    ),
  ).toEqual(['1 a ', '2 a 9', '3 a 9', '5 b '])
})
