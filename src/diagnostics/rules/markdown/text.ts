import { defineRule } from '../../rule.js'

/** Indents come from the layout, not from ideographic spaces. */
export const paragraphIndent = defineRule<{ readonly count: number }>({
  id: 'paragraph-indent',
  severity: 'info',
  message: ({ count }) => ({
    en: `${count} paragraph(s) began with ideographic spaces (U+3000); they were removed`,
    zh: `${count} 个段落以全角空格（U+3000）开头，已去掉`,
  }),
  note: () => ({
    en: 'Paragraphs are indented by the layout; begin them with their first word',
    zh: '段首缩进由版式决定，请直接从文字写起',
  }),
})

/** Marks of emphasis come in pairs. */
export const markerPaired = defineRule<{ readonly marker: string }>({
  id: 'marker-paired',
  severity: 'warning',
  message: ({ marker }) => ({
    en: `${marker} has no partner and is printed as it stands`,
    zh: `${marker} 没有配对，会原样印出`,
  }),
  note: ({ marker }) => ({
    en: `Close it without a space inside, or write ${marker.replace(/./g, '\\$&')} to print it`,
    zh: `请补上配对的标记，内侧不留空格；若要印出，请写 ${marker.replace(/./g, '\\$&')}`,
  }),
})

/** The abstract stands in the metadata or in the text, not in both. */
export const abstractOnce = defineRule<{ readonly inText: number }>({
  id: 'abstract-once',
  severity: 'error',
  message: ({ inText }) =>
    inText > 1
      ? { en: 'The text has more than one :::abstract', zh: '正文里有不止一个 :::abstract' }
      : { en: 'The abstract stands both in the metadata and in the text', zh: '元数据和正文里都有摘要' },
  note: () => ({ en: 'Keep one of them', zh: '请只保留一处' }),
})

/** Only the language follows the fence of a code block. */
export const codeLanguage = defineRule<{ readonly written: string }>({
  id: 'code-language',
  severity: 'warning',
  message: ({ written }) => ({
    en: `“${written}” behind the language of the code block is not printed`,
    zh: `代码块语言之后的“${written}”不会印出`,
  }),
  note: () => ({ en: 'Keep the language only', zh: '围栏后只写语言' }),
})

/** A language tag is well-formed (BCP 47). */
export const languageTag = defineRule<{ readonly tag: string }>({
  id: 'language-tag',
  severity: 'error',
  message: ({ tag }) => ({ en: `“${tag}” is no language tag`, zh: `“${tag}”不是语言代码` }),
  note: () => ({ en: 'Write en, fr, de, ja, la …', zh: '请写 en、fr、de、ja、la 等' }),
})

/** Straight quotation marks come in pairs, so that each can take its Chinese form. */
export const quotesPaired = defineRule<{ readonly mark: string }>({
  id: 'quotes-paired',
  severity: 'warning',
  message: ({ mark }) => ({
    en: `A straight quotation mark ${mark} of this paragraph has no partner; all of them are printed as they stand`,
    zh: `本段的直引号 ${mark} 不成对，一律原样印出`,
  }),
  note: ({ mark }) => ({
    en: `Add its partner, or write \\${mark} for one that is no quotation mark`,
    zh: `请补上另一半；若不是引号，请写 \\${mark}`,
  }),
})

/** Marks between Chinese words are full width (GB/T 15834—2011 §5.1). */
export const marksFullWidth = defineRule<{
  readonly marks: readonly { readonly written: string; readonly proposal: string }[]
}>({
  id: 'marks-full-width',
  severity: 'info',
  message: ({ marks }) => ({
    en: `Marks among Chinese words are not their Chinese forms: ${pairsOf(marks)}`,
    zh: `中文里的标点不是中文形式：${pairsOf(marks)}`,
  }),
  note: ({ marks }) => ({
    en: `They are printed as written; write ${marks[0]?.proposal ?? ''} if the Chinese mark is meant`,
    zh: `已原样印出；若应是中文标点，请写${marks[0]?.proposal ?? ''}`,
  }),
})

function pairsOf(marks: readonly { readonly written: string; readonly proposal: string }[]): string {
  const shown = marks.slice(0, 6).map(({ written, proposal }) => `${written} → ${proposal}`)
  return [...new Set(shown)].join('  ') + (marks.length > 6 ? '  …' : '')
}

/** Arabic digits and Latin letters are proportional (GB/T 15835—2011 §5.1). */
export const lettersHalfWidth = defineRule<{
  readonly written: string
  readonly proposal: string
  readonly others: number
}>({
  id: 'letters-half-width',
  severity: 'info',
  message: ({ written, proposal, others }) => ({
    en: `${written} is written with full-width characters, not as ${proposal}${others > 0 ? `; so are ${others} more` : ''}`,
    zh: `${written} 是全角字符，不是 ${proposal}${others > 0 ? `；另有 ${others} 处` : ''}`,
  }),
  note: ({ proposal }) => ({
    en: `It is printed as written; write ${proposal} for digits and letters that match the text`,
    zh: `已原样印出；数字和字母一般用半角，请写 ${proposal}`,
  }),
})

/** A note in two rows fits within a line. */
export const doubleRowNoteShort = defineRule<{ readonly longest: number }>({
  id: 'double-row-note-short',
  severity: 'warning',
  message: ({ longest }) => ({
    en: `The note in two rows is longer than ${longest} characters`,
    zh: `割注超过${longest}字`,
  }),
  note: () => ({
    en: 'Nobody finds the way back into the text after it: shorten it, or write a footnote [^1]',
    zh: '割注过长，读者难以接上正文，请缩短，或改用脚注 [^1]',
  }),
})

/** A note in two rows is text alone: it is parted in the middle. */
export const doubleRowNotePlain = defineRule({
  id: 'double-row-note-plain',
  severity: 'error',
  message: () => ({
    en: 'A note in two rows holds something other than text',
    zh: '割注里有文字以外的内容',
  }),
  note: () => ({
    en: 'Emphasis, links, formulas and notes have no place in :gezhu[…]; write its words alone',
    zh: ':gezhu[…] 里只写文字，不用强调、链接、公式和注',
  }),
})
