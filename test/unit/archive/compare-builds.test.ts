import { expect, test } from 'vitest'
import { textFile, writeZip } from '../../../src/archive/index.js'
import { compareBuilds } from '../../../src/pipeline/compare-builds.js'

const epub = (text: string, extra = false) => ({
  name: 'ebook/x.epub',
  bytes: writeZip(
    'x',
    [textFile('same', '1'), textFile('a', text), ...(extra ? [textFile('b', '')] : [])],
    0,
  ),
})

test('two builds of the same files do not differ', async () => {
  const files = [textFile('a.txt', '1'), epub('1')]
  expect(await compareBuilds(files, files)).toEqual({ same: 2, differing: [] })
})

test.each([
  [
    'a text from its first line that differs',
    textFile('a.txt', '1\n2\n3\n'),
    textFile('a.txt', '1\n2\n4\n'),
    { line: 3 },
  ],
  ['a text that ends sooner', textFile('a.txt', '1\n2\n'), textFile('a.txt', '1\n'), { line: 2 }],
  ['an ebook by what is in it', epub('1'), epub('2', true), { within: ['x/a', 'x/b'] }],
  ['a damaged ebook as a whole', epub('1'), textFile('ebook/x.epub', 'no ZIP'), { within: [] }],
  ['a picture as a whole', textFile('a.png', '1'), textFile('a.png', '2'), {}],
  ['a PDF that cannot be read as a whole', textFile('a.pdf', '1'), textFile('a.pdf', '2'), {}],
])('%s', async (_, archived, now, wanted) => {
  expect(await compareBuilds([archived], [now])).toEqual({
    same: 0,
    differing: [{ file: archived.name, kind: 'changed', ...wanted }],
  })
})
