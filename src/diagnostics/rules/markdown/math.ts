import { defineRule } from '../../rule.js'

/** Formulas are TeX that can be set. */
export const mathReadable = defineRule<{ readonly problem: string }>({
  id: 'math-readable',
  severity: 'error',
  message: ({ problem }) => ({ en: `The formula cannot be set: ${problem}`, zh: `公式无法排版：${problem}` }),
  note: () => ({
    en: 'Correct the TeX at this place; links, pictures and HTML are not allowed in formulas',
    zh: '请修正此处的 TeX；公式里不能有链接、图片和 HTML',
  }),
})

/** A formula is not the text between two prices. */
export const mathMeant = defineRule<{ readonly written: string }>({
  id: 'math-meant',
  severity: 'warning',
  message: ({ written }) => ({
    en: `${written} is set as a formula`,
    zh: `${written} 会排成公式`,
  }),
  note: () => ({
    en: 'Write \\$ for a dollar sign; leave no space inside the dollars of a formula',
    zh: '美元符号请写 \\$；公式的 $ 内侧不留空格',
  }),
})

/** A formula is not empty. */
export const mathNotEmpty = defineRule({
  id: 'math-not-empty',
  severity: 'error',
  message: () => ({ en: 'The formula is empty', zh: '公式为空' }),
  note: () => ({ en: 'Write it or delete the dollar signs', zh: '请补上公式，或删去 $' }),
})
