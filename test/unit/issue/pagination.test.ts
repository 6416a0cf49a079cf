import { expect, test } from 'vitest'
import { foliosOfPart, pageRange, type Pagination } from '../../../src/issue/index.js'

const folios = [undefined, '1', '2', undefined, '3', '4', '5']
const pageOf = new Map([
  ['cover', 0],
  ['a', 1],
  ['b', 4],
  ['c', 5],
])
const beginnings: Pagination = { pageCount: 7, pageOf, folios }

test.each([
  ['a', 'b', beginnings, ['1', '2']],
  ['b', 'c', beginnings, ['3']],
  ['c', undefined, beginnings, ['4', '5']],
  ['missing', 'b', beginnings, []],
  ['a', 'b', { ...beginnings, pagesOf: new Map([['a', [1, 5]]]) }, ['1', '4']],
  ['b', 'c', { ...beginnings, pageOf: new Map([...pageOf, ['c', 4]]) }, ['3']],
] as const)('folios of %s before %s', (id, next, pagination, wanted) => {
  expect(foliosOfPart(pagination, id, next)).toEqual(wanted)
})

test.each([
  [[], undefined],
  [['3'], '3'],
  [['3', '4', '5'], '3-5'],
  [['3', '4', '20'], '3-4,20'],
  [['9', '10', '14', '15'], '9-10,14-15'],
  [['ii', 'iii'], 'ii,iii'],
])('%j is cited as %s', (pages, wanted) => {
  expect(pageRange(pages)).toBe(wanted)
})
