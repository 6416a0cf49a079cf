import type { Bilingual } from '../rule.js'
import { defineRule } from '../rule.js'
import { didYouMean } from './manuscript.js'

/** The YAML can be read. */
export const yamlSyntax = defineRule<{ readonly problem: Bilingual; readonly fix: Bilingual }>({
  id: 'yaml-syntax',
  severity: 'error',
  message: ({ problem }) => problem,
  note: ({ fix }) => fix,
})

/** An article begins with a block of metadata between two lines of three hyphens. */
export const metadataBlock = defineRule<{ readonly problem: 'missing' | 'late' | 'unclosed' | 'empty' }>({
  id: 'metadata-block',
  severity: 'error',
  message: ({ problem }) =>
    ({
      missing: { en: 'The article has no metadata, so it has no title', zh: '文章没有元数据，也就没有题名' },
      late: { en: 'The metadata must begin in the first line of the file', zh: '元数据必须从文件第一行开始' },
      unclosed: { en: 'The metadata has no closing line ---', zh: '元数据缺少结尾的 ---' },
      empty: { en: 'The metadata is empty', zh: '元数据是空的' },
    })[problem],
  note: ({ problem }) =>
    problem === 'late'
      ? { en: 'Delete what stands before the first ---', zh: '请删去第一个 --- 之前的内容' }
      : problem === 'unclosed'
        ? { en: 'Write --- alone on a line after the last key', zh: '请在最后一个键之后单独写一行 ---' }
        : {
            en: 'Begin the file with three lines: --- / title: The title / ---',
            zh: '请在文件开头写三行：--- / title: 题名 / ---',
          },
})

/** Every key is one that we know. */
export const metadataKeyKnown = defineRule<{
  readonly key: string
  readonly within: string
  readonly nearest: string | undefined
  readonly known: readonly string[]
}>({
  id: 'metadata-key-known',
  severity: 'error',
  message: ({ key, within }) => ({
    en: within ? `“${key}” is not a known key of ${within}` : `“${key}” is not a known key`,
    zh: within ? `${within} 里没有“${key}”这个键` : `没有“${key}”这个键`,
  }),
  note: ({ nearest, known }) =>
    didYouMean(nearest, `The known keys are ${known.join(', ')}`, `可用的键：${known.join('、')}`),
})

/** A key stands once. */
export const metadataKeyOnce = defineRule<{ readonly key: string; readonly line: number }>({
  id: 'metadata-key-once',
  severity: 'error',
  message: ({ key, line }) => ({
    en: `“${key}” is written twice; first in line ${line}`,
    zh: `“${key}” 写了两次，第一次在第 ${line} 行`,
  }),
  note: () => ({ en: 'Delete one of the two', zh: '请删去一处' }),
})

/** What must be there is there. */
export const metadataRequired = defineRule<{ readonly path: string; readonly expected: Bilingual }>({
  id: 'metadata-required',
  severity: 'error',
  message: ({ path }) => ({ en: `${path} is missing`, zh: `缺少 ${path}` }),
  note: ({ path, expected }) => ({
    en: `Write ${path} (${expected.en})`,
    zh: `请写明 ${path}（${expected.zh}）`,
  }),
})

/** A value is of the kind that its key asks for. */
export const metadataValue = defineRule<{
  readonly path: string
  readonly expected: Bilingual
  readonly found: Bilingual
  readonly fix: Bilingual
}>({
  id: 'metadata-value',
  severity: 'error',
  message: ({ path, expected, found }) => ({
    en: `${path} should be ${expected.en}, but is ${found.en}`,
    zh: `${path} 应是${spaced(expected.zh)}，现在是${spaced(found.zh)}`,
  }),
  note: ({ fix }) => fix,
})

/** References of an article have different ids. */
export const referenceIdOnce = defineRule<{ readonly id: string; readonly line: number }>({
  id: 'reference-id-once',
  severity: 'error',
  message: ({ id, line }) => ({
    en: `Two references have the id “${id}”; the first is in line ${line}`,
    zh: `两条参考文献的 id 都是“${id}”，第一条在第 ${line} 行`,
  }),
  note: () => ({ en: 'Give one of them another id', zh: '请给其中一条换一个 id' }),
})

/** Numbers that carry a check digit or a fixed form: ISSN (GB/T 9999.2), CN (GB/T 9999.1), ORCID (ISO 27729), DOI. */
export const identifierValid = defineRule<{
  readonly kind: 'ISSN' | 'CN' | 'ORCID' | 'DOI'
  readonly value: string
  /** The right value, when only the check digit is wrong. */
  readonly expected: string | undefined
}>({
  id: 'identifier-valid',
  severity: 'warning',
  message: ({ kind, value, expected }) =>
    expected === undefined
      ? { en: `“${value}” does not have the form of ${articleOf(kind)}`, zh: `“${value}”不合 ${kind} 的格式` }
      : { en: `The check digit of ${kind} “${value}” is wrong`, zh: `${kind}“${value}”的校验码不对` },
  note: ({ kind, expected }) =>
    expected === undefined
      ? { en: `Write it like ${sample[kind]}`, zh: `写法如 ${sample[kind]}` }
      : {
          en: `Compare with the original; by its other digits it would be ${expected}`,
          zh: `请核对原号；按其余数字推算应为 ${expected}`,
        },
})

const sample = {
  ISSN: '1234-5679',
  CN: '11-1234/N',
  ORCID: '0000-0002-1825-0097',
  DOI: '10.1234/example',
} as const

/** A space between Chinese and Latin. */
function spaced(zh: string): string {
  return /^[\w./]/.test(zh) ? ` ${zh}` : zh
}

function articleOf(kind: string): string {
  return kind === 'DOI' || kind === 'CN' ? `a ${kind}` : `an ${kind}`
}
