import { defineRule } from '../../rule.js'

/** Ids are ASCII, so that they are names in XML, in PDF destinations and in URLs. */
export const idAscii = defineRule<{ readonly id: string }>({
  id: 'id-ascii',
  severity: 'error',
  message: ({ id }) => ({ en: `The id “${id}” cannot be used`, zh: `编号“${id}”不可用` }),
  note: () => ({
    en: 'Begin with a letter and go on with letters, digits, single hyphens and underscores: fig-map, tab-2',
    zh: '请以英文字母开头，后接字母、数字、单个连字符或下划线，如 fig-map、tab-2',
  }),
})

/** An id is given once in an article, and is not one that the build makes itself. */
export const idUnique = defineRule<{ readonly id: string; readonly line: number | undefined }>({
  id: 'id-unique',
  severity: 'error',
  message: ({ id, line }) =>
    line === undefined
      ? { en: `The id “${id}” is kept for notes and references`, zh: `编号“${id}”留作注释和参考文献之用` }
      : { en: `The id “${id}” is already used on line ${line}`, zh: `编号“${id}”在第 ${line} 行已经用过` },
  note: () => ({ en: 'Choose another id', zh: '请另取一个编号' }),
})
