import { expect, test } from 'vitest'
import type { FaceSource, FontUse } from '../../../src/issue/index.js'
import { charactersOfFace, matchWeight } from '../../../src/theme/characters-of-face.js'
import { formatUnicodeRange } from '../../../src/theme/unicode-range.js'

test.each([
  [[400, 700], 900, 700],
  [[400, 700], 500, 400],
  [[400, 700], 600, 700],
  [[300, 700], 400, 300],
  [[700], 400, 700],
  [[500, 700], 300, 500],
  [[], 400, undefined],
] as const)('of the weights %j a browser takes for %i %s', (weights, wanted, taken) => {
  expect(matchWeight(weights, wanted)).toBe(taken)
})

const face = (weight: number, style: 'normal' | 'italic' = 'normal'): FaceSource => ({
  family: 'f',
  weight,
  style,
  files: [],
})
const use = (
  families: string[],
  weight: number,
  text: string,
  style: FontUse['style'] = 'normal',
): FontUse => ({
  families,
  weight,
  style,
  text,
})

test('a face has what its family, weight and style set, and nothing else', () => {
  const faces = [face(400), face(700), face(400, 'italic')]
  const uses = [
    use(['g', 'f'], 400, '甲'),
    use(['f'], 900, '乙'),
    use(['f'], 400, '丙', 'italic'),
    use(['g'], 400, '丁'),
  ]
  const texts = faces.map((one) => String.fromCodePoint(...charactersOfFace({ faces }, one, uses)))
  expect(texts).toEqual(['甲', '乙', '丙'])
})

test('a family without italics serves them upright', () => {
  const faces = [face(400)]
  expect([...charactersOfFace({ faces }, faces[0]!, [use(['f'], 400, 'a', 'italic')])]).toEqual([0x61])
})

test('ranges join neighbours', () => {
  expect(formatUnicodeRange('cab𠮷x')).toBe('U+61-63, U+78, U+20BB7')
})
