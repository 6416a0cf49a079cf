import { defineRule } from '../../rule.js'

/** Raw HTML keeps to the allowed elements and attributes. */
export const htmlAllowed = defineRule<{
  readonly written: string
  readonly kind: 'element' | 'attribute' | 'value'
}>({
  id: 'html-allowed',
  severity: 'error',
  message: ({ written, kind }) =>
    kind === 'element'
      ? { en: `The HTML element ${written} is not allowed`, zh: `不允许使用 HTML 元素 ${written}` }
      : kind === 'attribute'
        ? { en: `The HTML attribute ${written} is not allowed`, zh: `不允许使用 HTML 属性 ${written}` }
        : { en: `The value in ${written} is not allowed`, zh: `${written} 的值不可用` },
  note: ({ kind }) =>
    kind === 'element'
      ? {
          en: 'Write it in Markdown, or print the angle bracket as \\<; docs/manuscript.md lists what is allowed',
          zh: '请改用 Markdown；若要印出尖括号，请写 \\<；可用的元素见 docs/manuscript.zh-CN.md',
        }
      : {
          en: 'Allowed are lang, title, id, colspan, rowspan, scope and the classes of this format',
          zh: '可用的属性有 lang、title、id、colspan、rowspan、scope 以及本格式规定的 class',
        },
})

/** HTML elements are closed in the order in which they were opened. */
export const htmlClosed = defineRule<{
  readonly tag: string
  readonly problem: 'open' | 'close' | 'unreadable'
}>({
  id: 'html-closed',
  severity: 'error',
  message: ({ tag, problem }) =>
    problem === 'open'
      ? { en: `${tag} is not closed within its block`, zh: `${tag} 在所在的块内没有结束` }
      : problem === 'close'
        ? { en: `${tag} closes nothing that is open`, zh: `${tag} 没有对应的开始标记` }
        : { en: `“${tag}” cannot be read as HTML`, zh: `“${tag}”不能读作 HTML` },
  note: () => ({
    en: 'Write opening and closing tags in pairs within one paragraph or cell; print an angle bracket as \\<',
    zh: '开始和结束标记须在同一段或同一格内成对；若要印出尖括号，请写 \\<',
  }),
})
