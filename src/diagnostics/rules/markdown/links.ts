import { defineRule } from '../../rule.js'

/** A link leads somewhere. */
export const linkDestination = defineRule({
  id: 'link-destination',
  severity: 'error',
  message: () => ({ en: 'The link leads nowhere', zh: '链接没有目标' }),
  note: () => ({
    en: 'Write the address or #id in the round brackets',
    zh: '请在圆括号里写网址或 #编号',
  }),
})

/** A link out of the issue has words to print. */
export const linkText = defineRule<{ readonly url: string }>({
  id: 'link-text',
  severity: 'error',
  message: ({ url }) => ({ en: `The link to ${url} has no text`, zh: `指向 ${url} 的链接没有文字` }),
  note: ({ url }) => ({
    en: `Write its text in the brackets, or <${url}>`,
    zh: `请在方括号里写文字，或写成 <${url}>`,
  }),
})

/** Links out of the issue are http, https or mailto. */
export const linkProtocol = defineRule<{ readonly url: string }>({
  id: 'link-protocol',
  severity: 'error',
  message: ({ url }) => ({ en: `The address ${url} is not allowed`, zh: `不允许使用 ${url} 这种地址` }),
  note: () => ({
    en: 'Use http:, https: or mailto:, #id within the article, or file.md#id within the issue',
    zh: '请用 http:、https:、mailto:，本文内用 #编号，本期内用 文件.md#编号',
  }),
})

/** A title of a link or of an image inside a line is not printed. */
export const titlePrinted = defineRule<{
  readonly title: string
  readonly kind: 'link' | 'image' | 'figure'
}>({
  id: 'title-printed',
  severity: 'warning',
  message: ({ title }) => ({ en: `The title “${title}” is not printed`, zh: `“${title}”不会印出` }),
  note: ({ kind }) =>
    kind === 'link'
      ? { en: 'Move it into the text or into a note', zh: '请移到正文或注释里' }
      : kind === 'figure'
        ? { en: 'Write the caption behind :::figure in brackets', zh: '图题请写在 :::figure 后的方括号里' }
        : {
            en: 'A picture has a caption when it stands alone in its paragraph',
            zh: '图片单独成段时才有图题',
          },
})
