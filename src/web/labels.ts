/** Words that the site adds to the text. */
export const labels = {
  skip: '跳到正文',
  issue: '本期',
  contents: '目次',
  cite: '引用本文',
  neighbours: '前后各篇',
  previous: '上一篇',
  next: '下一篇',
  code: '代码',
  equation: '公式',
  table: '表格',
  close: '关闭',
} as const

/** All of them, so that the fonts that are cut for a site can set them. */
export const siteWords = Object.values(labels).join('')
