import { expect, test } from 'vitest'
import { readMarks } from '../../../src/press/pdf/marked-content.js'

function read(content: string) {
  const { sequences, unmarked } = readMarks(Buffer.from(content, 'latin1'))
  return {
    unmarked: unmarked.map(({ start, end }) => content.slice(start, end)),
    sequences: sequences.map(({ mcid, hasMatter }) => `${mcid}${hasMatter ? ' matter' : ''}`),
  }
}

test.each([
  ['a text object', 'q BT /F1 9 Tf (a) Tj ET Q', ['BT /F1 9 Tf (a) Tj ET'], []],
  ['a text object that shows nothing', 'BT /F1 9 Tf ET', [], []],
  ['a path from its first point', '1 0 0 rg 0 0 m 1 1 l 2 w S', ['0 0 m 1 1 l 2 w S'], []],
  ['a clip', '0 0 9 9 re W* n', [], []],
  ['a form', 'q 1 0 0 1 0 0 cm /X1 Do Q', ['/X1 Do'], []],
  ['a shading', '/Sh1 sh', ['/Sh1 sh'], []],
  ['text in the tree', '/P <</MCID 3 >>BDC BT (a) Tj ET EMC', [], ['3 matter']],
  ['a border in the tree', '/P <</MCID 0 >> BDC 0 0 9 9 re f EMC', [], ['0']],
  ['an artifact', '/Artifact BMC BT (a) Tj ET EMC', [], []],
  ['text with no place in the tree', '/Span <</ActualText (x)>> BDC BT (a) Tj ET EMC', ['BT (a) Tj ET'], []],
  [
    'marks within marks',
    '/P <</MCID 1>>BDC /Span <</E (x)>>BDC BT [(a) 3 (b)] TJ ET EMC EMC',
    [],
    ['1 matter'],
  ],
  ['strings that look like operators', '(EMC \\) ( BT ) ) pop /P <</MCID 2 /X (>> BDC)>>BDC EMC', [], ['2']],
  ['numbers that look like nothing', '-.5 +3 .0 re f*', ['-.5 +3 .0 re f*'], []],
  ['a comment', '% EMC BT\n0 0 1 1 re B', ['0 0 1 1 re B'], []],
  ['hexadecimal text', '/P <</MCID 4>>BDC BT <0041> Tj ET EMC', [], ['4 matter']],
  ['an inline image', 'BI /W 1 /H 1 ID \x00EMC\x01 EI 0 0 1 1 re s', ['0 0 1 1 re s'], []],
])('%s', (_, content, unmarked, sequences) => {
  expect(read(content)).toEqual({ unmarked, sequences })
})

test.each([
  ['EMC', /has not begun/],
  ['/P <</MCID 1>>BDC', /ends within/],
])('marks that do not pair: %s', (content, message) => {
  expect(() => read(content)).toThrow(message)
})
