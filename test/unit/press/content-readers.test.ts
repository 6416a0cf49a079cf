import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readOperations } from '../../../src/press/pdf/preflight/content/read-operations.js'
import { scanContent } from '../../../src/press/pdf/scan-content.js'

/** Operators as each of the two readers tells them. */
function bothOf(content: string): readonly [string[], string[]] {
  const bytes = Buffer.from(content, 'latin1')
  const [scanned, read]: [string[], string[]] = [[], []]
  scanContent(bytes, (operator) => {
    let name = ''
    for (let rest = operator; rest > 0; rest = Math.floor(rest / 256))
      name = String.fromCharCode(rest % 256) + name
    scanned.push(name === 'BI' ? 'EI' : name)
  })
  readOperations(bytes, (operator) => read.push(operator))
  return [scanned, read]
}

test.each([
  ['q 1 0 0 1 5 5 cm 0.5 g (a \\) (b) c) Tj Q', ['q', 'cm', 'g', 'Tj', 'Q']],
  ['/Span <</MCID 1/Alt(>>)>> BDC [(a) -20 <0041>] TJ EMC', ['BDC', 'TJ', 'EMC']],
  ['% f S\n0 0 m(x)Tj/F1 9 Tf', ['m', 'Tj', 'Tf']],
  ['T* (a) \' 1 2 (b) " f* B*', ['T*', "'", '"', 'f*', 'B*']],
  ['BI /W 1 /H 1 /CS /G /BPC 8 ID EIxEI\nEI Q', ['EI', 'Q']],
  ['BI /W 1 ID no end', ['EI']],
])('both readers see the operators of %s', (content, operators) => {
  expect(bothOf(content)).toEqual([operators, operators])
})

const piece = fc.oneof(
  fc.constantFrom(
    'q',
    'Q',
    'f*',
    'Tj',
    "'",
    '\n',
    '% comment\n',
    '[(a) -20 <0041>]',
    '/Name',
    '/MCID#20',
    '<</A [1 (x)]>>',
  ),
  fc.constantFrom('(a)', '(\\()', '<00 4>', '-.5', '+7', '12.25', 'BI /W 1 ID \0\xffEI EI'),
)

test('both readers see the same operators in any sound content', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const [scanned, read] = bothOf(pieces.join(' '))
      expect(scanned).toEqual(read)
    }),
  )
})
