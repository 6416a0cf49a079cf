import { defineRule } from '../../rule.js'

/** Every picture has alternative text (PDF/UA-1 7.3, EPUB Accessibility 1.1, CY/T). */
export const imageAlternative = defineRule<{ readonly path: string }>({
  id: 'image-alternative',
  severity: 'error',
  message: ({ path }) => ({
    en: `The picture ${path} has no alternative text`,
    zh: `图片 ${path} 没有替代文字`,
  }),
  note: () => ({
    en: 'Say in the brackets what the picture shows: ![…](…); for an ornament write {.decorative} behind it',
    zh: '请在方括号里写出图上有什么：![……](……)；纯装饰的图在后面写 {.decorative}',
  }),
})

/** Alternative text says what is to be seen. */
export const imageAlternativeMeaningful = defineRule<{ readonly alternative: string }>({
  id: 'image-alternative-meaningful',
  severity: 'warning',
  message: ({ alternative }) => ({
    en: `The alternative text “${alternative}” says nothing about the picture`,
    zh: `替代文字“${alternative}”没有说明图的内容`,
  }),
  note: () => ({
    en: 'Write what a reader who cannot see the picture has to know',
    zh: '请写出看不见图的读者需要知道的内容',
  }),
})

/** A figure directive holds a picture. */
export const figureImage = defineRule({
  id: 'figure-image',
  severity: 'error',
  message: () => ({ en: ':::figure holds no picture', zh: ':::figure 里没有图片' }),
  note: () => ({ en: 'Put ![…](…) in a paragraph of its own inside', zh: '请在块内单独一段写 ![……](……)' }),
})

/** A picture has an address. */
export const imageDestination = defineRule({
  id: 'image-destination',
  severity: 'error',
  message: () => ({ en: 'The picture has no file', zh: '图片没有写文件' }),
  note: () => ({ en: 'Write its path in the round brackets', zh: '请在圆括号里写图片路径' }),
})
