import { PDFRef } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { joinContent } from '../../../src/press/pdf/join-content.js'
import { readMarks } from '../../../src/press/pdf/marked-content.js'
import { structureNode } from '../../../src/press/pdf/structure-node.js'

const page = PDFRef.of(1)
const source = 5

/** A paragraph with two marked sequences on one page, of which make-up says that `count` hidden texts stand between. */
function join(content: string, count: number, order: readonly number[] = [0, 1]) {
  const marks = readMarks(Buffer.from(content, 'latin1'))
  const node = structureNode(
    'P',
    source,
    order.map((mcid) => ({ kind: 'content', page, mcid })),
  )
  const joints = joinContent(new Map([[source, node]]), new Map([[source, count]]), () => marks)
  return {
    kept: node.children.map((child) => (child.kind === 'content' ? child.mcid : child.kind)),
    between: (joints.get(page) ?? []).map(({ start, end }) => content.slice(start, end)),
  }
}

const first = '/P <</MCID 0>>BDC BT (a) Tj ET EMC'
const second = '/P <</MCID 1>>BDC BT (c) Tj ET EMC'

test('text between two sequences of an element becomes its own', () => {
  expect(join(`${first} BT (b) Tj ET ${second}`, 1)).toEqual({
    kept: [0],
    between: ['EMC BT (b) Tj ET /P <</MCID 1>>BDC'],
  })
})

test.each([
  ['nothing stands between', `${first} ${second}`],
  ['a rule stands between', `${first} 0 0 9 9 re f ${second}`],
  ['another element stands between', `${first} BT (b) Tj ET /RT <</MCID 2>>BDC BT (x) Tj ET EMC ${second}`],
])('sequences stay two where %s', (_, content) => {
  expect(join(content, 0)).toEqual({ kept: [0, 1], between: [] })
})

test.each([
  ['none of one', `${first} ${second}`, 1],
  ['one of none', `${first} BT (b) Tj ET ${second}`, 0],
])('a file that does not have the texts that were hidden is refused: %s', (_, content, count) => {
  expect(() => join(content, count)).toThrow(/Tag 5 has \d hidden stretches of text instead of \d/)
})
