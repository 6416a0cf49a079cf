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

/** A long description belongs to a picture. */
export const descriptionInFigure = defineRule({
  id: 'description-in-figure',
  severity: 'error',
  message: () => ({
    en: ':::description does not stand in a figure',
    zh: ':::description 不在插图块里',
  }),
  note: () => ({
    en: 'Put it at the end of ::::figure … ::::, which then begins and ends with four colons',
    zh: '请把它放在 ::::figure …… :::: 的末尾，外层用四个冒号',
  }),
})

/** Print keeps a long description as words behind the picture, where nothing can be called, numbered or shown. */
export const descriptionPlain = defineRule({
  id: 'description-plain',
  severity: 'error',
  message: () => ({
    en: 'A long description holds more than paragraphs, lists and plain tables',
    zh: '长描述里有段落、列表和普通表格以外的内容',
  }),
  note: () => ({
    en: 'Leave out notes, citations, links, formulas, pictures, headings and blocks, or move them to the text',
    zh: '请去掉注释、引文标记、链接、公式、图片、标题和其他块，或移到正文',
  }),
})
