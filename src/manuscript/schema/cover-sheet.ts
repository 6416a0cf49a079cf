import type { Bilingual } from '../../diagnostics/index.js'
import { type Expected, expectedMeasure } from './expected.js'
import { decimal, field, group, mismatch } from './fields.js'
import { oneOf } from './text-fields.js'

/** `press: { cover }`: the sheet of the cover, with one way to the width of its spine (docs/press.md). */
export const coverSheet = group({
  spine: field(expectedMeasure, decimal(0, 200)).optional(),
  'paper-thickness': field(expectedMeasure, decimal(0.01, 5)).optional(),
  grammage: field(expectedMeasure, decimal(10, 1000)).optional(),
  bulk: field(expectedMeasure, decimal(0.3, 5)).optional(),
  back: oneOf(['blank', 'last-page']).optional(),
}).transform((written, context) => {
  const keys = (['spine', 'paper-thickness', 'grammage', 'bulk'] as const).filter(
    (key) => written[key] !== undefined,
  )
  const clash = clashOf(keys)
  if (clash) mismatch(context, { ...way, fix: clash.fix }, written, clash.found)
  return written
})

const way: Bilingual = { en: "one way to the spine's width", zh: '书脊厚度的一种算法' }

interface Clash extends Pick<Expected, 'fix'> {
  readonly found: Bilingual
}

/** What keeps the keys from saying the width once. */
function clashOf(keys: readonly string[]): Clash | undefined {
  const [best] = keys
  if (best === undefined)
    return {
      found: { en: 'none', zh: '空缺的' },
      fix: {
        en: 'Write either spine, or paper-thickness, or grammage and bulk together',
        zh: '请只写 spine，或只写 paper-thickness，或同时写 grammage 和 bulk',
      },
    }
  const paper = ['grammage', 'bulk']
  if (keys.length === 1 && paper.includes(best)) {
    const [other = ''] = paper.filter((key) => key !== best)
    return {
      found: { en: `half of one: ${best} without ${other}`, zh: `不完整的：有 ${best}，没有 ${other}` },
      fix: { en: `Add ${other}, or write paper-thickness or spine instead`, zh: `请补上 ${other}，或改写 paper-thickness 或 spine` },
    }
  }
  const others = keys.slice(1)
  if (others.length === 0 || best === 'grammage') return undefined
  // What is measured goes before what is computed from it.
  return {
    found: { en: `several: ${keys.join(', ')}`, zh: `几种并存：${keys.join('、')}` },
    fix: {
      en: `Keep ${best}, which is nearest to the measured width, and delete ${others.join(' and ')}`,
      zh: `请保留 ${best}（最接近实测），删去 ${others.join('、')}`,
    },
  }
}
