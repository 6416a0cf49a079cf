import type { PlanWarning } from '../../issue/index.js'
import { defineRule, type Bilingual } from '../rule.js'

const composed: Readonly<Record<PlanWarning['kind'], Bilingual>> = {
  'float-scaled': {
    en: 'This figure or table is taller than the page and was scaled down to it',
    zh: '这幅图（表）比版心还高，已缩小到版心之内',
  },
  'block-scaled': {
    en: 'This block cannot be split and is taller than the page; it was scaled down',
    zh: '这一块内容不能拆开，又比版心还高，已缩小',
  },
  'block-narrowed': {
    en: 'This formula is wider than its column and was scaled down',
    zh: '这个公式比栏还宽，已缩小',
  },
  'word-broken': {
    en: 'A word here is longer than its line and was broken where the line ends',
    zh: '此处有一个词比一行还长，只好在行末断开',
  },
  'keep-broken': {
    en: 'What should stay together here had to be parted',
    zh: '此处本应连在一起的内容只好分开了',
  },
  'note-split-long': {
    en: 'This note is too long for one page and goes on to the next',
    zh: '这条注释一页放不下，转到了下一页',
  },
  'lone-line': {
    en: 'A line of this paragraph stands alone in its column',
    zh: '这一段有一行孤零零地留在一栏里（孤行）',
  },
  'jump-needless': {
    en: 'The article ends before its rest would jump: there is nothing to set elsewhere',
    zh: '文章在转页之前已经排完，没有可转的部分',
  },
}

const advice: Readonly<Record<PlanWarning['kind'], Bilingual>> = {
  'float-scaled': {
    en: 'Draw it lower, or split it; check that its letters can still be read',
    zh: '请把图画矮一些，或拆成两幅；并看看图中文字是否还看得清',
  },
  'block-scaled': {
    en: 'Split it, or make it lower',
    zh: '请拆开，或改矮一些',
  },
  'block-narrowed': {
    en: 'Break it with \\\\ inside aligned, or give its parts names',
    zh: '请用 aligned 和 \\\\ 分行，或把其中几部分另设符号',
  },
  'word-broken': {
    en: 'Put a soft hyphen (U+00AD) where it may be divided, or shorten it',
    zh: '请在可以断开处加软连字符（U+00AD），或换成短一些的写法',
  },
  'keep-broken': {
    en: 'Put text between headings in a row, or shorten what must stay together',
    zh: '请在相连的标题之间加些正文，或缩短必须连在一起的部分',
  },
  'note-split-long': {
    en: 'Move part of the note into the text',
    zh: '可以把注文的一部分移入正文',
  },
  'lone-line': {
    en: 'Lengthen or shorten a paragraph nearby by a line',
    zh: '可以把邻近的段落增减一行',
  },
  'jump-needless': {
    en: 'Take jump away, or lower its pages',
    zh: '请删去 jump，或减小其中的 pages',
  },
}

/** The composer found pages without having to bend a rule. */
export const pagesComposed = defineRule<Pick<PlanWarning, 'kind' | 'needs' | 'has'>>({
  id: 'pages-composed',
  severity: 'warning',
  message: ({ kind, needs, has }) => {
    const { en, zh } = composed[kind]
    if (needs === undefined || has === undefined) return { en, zh }
    if (kind === 'jump-needless')
      return {
        en: `${en} (pages: ${has}, the article has ${needs})`,
        zh: `${zh}（pages 为 ${has}，文章共 ${needs} 页）`,
      }
    if (kind === 'block-narrowed' || kind === 'word-broken')
      return {
        en: `${en} (${needs} characters, where there are ${has})`,
        zh: `${zh}（需 ${needs} 字，只有 ${has} 字）`,
      }
    return {
      en: `${en} (${needs} lines, where there are ${has})`,
      zh: `${zh}（需 ${needs} 行，只有 ${has} 行）`,
    }
  },
  note: ({ kind }) => advice[kind],
})

/** The pages are as they were planned. When they are not, nothing is printed: the fault is ours. */
export const pagesMadeUp = defineRule<{
  readonly kind: string
  readonly sheet: number | undefined
  readonly detail: string
}>({
  id: 'pages-made-up',
  severity: 'error',
  message: ({ kind, sheet, detail }) => ({
    en: `The page${sheet === undefined ? '' : ` (sheet ${sheet})`} did not come out as planned: ${kind}, ${detail}`,
    zh: `${sheet === undefined ? '页面' : `第 ${sheet} 面`}没有按计划拼成：${kind}，${detail}`,
  }),
  note: () => ({
    en: 'This is a bug in Kanben; please report it with this manuscript. --native builds without our composer.',
    zh: '这是 Kanben 的缺陷，请附上稿件告诉我们。加上 --native 可以暂不用我们的拼版。',
  }),
})
