import { defineRule } from '../../rule.js'

/** A cross reference points to something that exists in this issue. */
export const referenceTarget = defineRule<{
  readonly written: string
  readonly problem: 'article' | 'id'
  readonly proposal: string | undefined
}>({
  id: 'reference-target',
  severity: 'error',
  message: ({ written, problem }) =>
    problem === 'article'
      ? { en: `No article of this issue is “${written}”`, zh: `本期没有文章“${written}”` }
      : { en: `Nothing has the id that “${written}” points to`, zh: `“${written}”所指的编号不存在` },
  note: ({ proposal, problem }) =>
    proposal
      ? { en: `Did you mean ${proposal}?`, zh: `是不是 ${proposal}？` }
      : problem === 'article'
        ? {
            en: 'Name a file from contents: in issue.yaml',
            zh: '请写 issue.yaml 的 contents: 中列出的文件名',
          }
        : {
            en: 'Give the heading, figure, table or formula this id in braces {#id}',
            zh: '请在相应的标题、图、表或公式后用花括号写上编号 {#id}',
          },
})

/** A cross reference without a text of its own points to something that has a label. */
export const referenceLabelled = defineRule<{ readonly written: string }>({
  id: 'reference-labelled',
  severity: 'error',
  message: ({ written }) => ({
    en: `What “${written}” points to has neither a caption nor a title, so it has no number to be called by`,
    zh: `“${written}”所指的对象没有题名，因而没有编号可引`,
  }),
  note: () => ({
    en: 'Give it a caption, or write the reference’s text in the brackets',
    zh: '请给它加上题名，或在方括号里写明引用的文字',
  }),
})

/** A citation names an entry of the article's references. */
export const citeKnown = defineRule<{
  readonly id: string
  readonly proposal: string | undefined
  readonly any: boolean
}>({
  id: 'cite-known',
  severity: 'error',
  message: ({ id }) => ({
    en: `No entry of references has the id “${id}”`,
    zh: `参考文献中没有编号为“${id}”的条目`,
  }),
  note: ({ proposal, any }) =>
    proposal
      ? { en: `Did you mean ${proposal}?`, zh: `是不是 ${proposal}？` }
      : any
        ? { en: 'Add it to references: in the metadata', zh: '请在元数据的 references: 中补上' }
        : {
            en: 'This article has no references: in its metadata; add them',
            zh: '这篇文章的元数据没有 references:，请补上',
          },
})

/** Entries of the references are cited (GB/T 7714 numbers them by their citations). */
export const referenceCited = defineRule<{ readonly id: string; readonly number: number }>({
  id: 'reference-cited',
  severity: 'info',
  message: ({ id, number }) => ({
    en: `The reference [${number}] ${id} is not cited in the text`,
    zh: `参考文献 [${number}] ${id} 在文中没有引用`,
  }),
  note: ({ id }) => ({
    en: `Cite it with :cite[${id}], or leave it as further reading`,
    zh: `可用 :cite[${id}] 引用，也可保留作延伸阅读`,
  }),
})
