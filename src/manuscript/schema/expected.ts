import type { Bilingual } from '../../diagnostics/index.js'

/** What a value should be, in an editor's words; completes “… should be …” and “……应是……”. */
export interface Expected extends Bilingual {
  /** What to do when it is something else. */
  readonly fix: Bilingual
}

function define(en: string, zh: string, fixEn: string, fixZh: string): Expected {
  return { en, zh, fix: { en: fixEn, zh: fixZh } }
}

export const expectedText = define(
  'text',
  '文字',
  'Write one piece of text after the colon',
  '请在冒号后写一段文字',
)
export const expectedYear = define('a year', '年份（四位整数）', 'Write it in four digits, like 2026', '请写四位数字，如 2026')
export const expectedCount = define('a whole number', '整数', 'Write it in digits, like 11', '请写阿拉伯数字，如 11')
export const expectedMeasure = define(
  'a measure in digits',
  '数字（度量）',
  'Write the figure without its unit, like 0.1: mm for spine and paper-thickness, g/m² for grammage, cm³/g for bulk',
  '只写数字不写单位，如 0.1：spine 和 paper-thickness 以毫米计，grammage 以 g/m² 计，bulk 以 cm³/g 计',
)
export const expectedFlag = define('true or false', 'true 或 false', 'Write true or false', '请写 true 或 false')
export const expectedSwitch = define(
  'true, false or a set of keys',
  'true、false 或一组键',
  'Write true or false',
  '请写 true 或 false',
)
export const expectedDate = define(
  'a date',
  '日期',
  'Write YYYY, YYYY-MM or YYYY-MM-DD, like 2026-11 or 2026-11-05',
  '请写 YYYY、YYYY-MM 或 YYYY-MM-DD，如 2026-11、2026-11-05',
)
export const expectedId = define(
  'a name for the output files',
  '输出文件的名字',
  'Use ASCII letters, digits and hyphens only, like specimen-2026-11',
  '只用英文字母、数字和连字符，如 specimen-2026-11',
)
export const expectedReferenceId = define(
  'an id',
  '标识',
  'Begin with an ASCII letter or digit and use letters, digits, and - _ . : only, like wipo2022',
  '以英文字母或数字开头，只用字母、数字和 - _ . :，如 wipo2022',
)
export const expectedLanguage = define(
  'a language tag',
  '语言标签',
  'Write it like zh-Hans-CN, with hyphens',
  '写法如 zh-Hans-CN，用连字符连接',
)
export const expectedTheme = define(
  'the name of a theme',
  '版式名',
  "Write journal, or a folder of the issue that begins with ./",
  '请写 journal，或以 ./ 开头的本期文件夹中的路径',
)
export const expectedUrl = define(
  'a web address',
  '网址',
  'Write it in full, like https://example.org',
  '请写全，如 https://example.org',
)
export const expectedEmail = define(
  'an e-mail address',
  '电子邮箱地址',
  'Write it like office@example.org',
  '写法如 office@example.org',
)
export const expectedSection = define(
  'a section with its articles',
  '栏目及其文章',
  'Write - section: 栏目名, and below it articles: with a list of file names',
  '请写 - section: 栏目名，下一行写 articles: 和文件名列表',
)
export const expectedEntry = define(
  'a file name',
  '文件名',
  'Write - 01-name.md or - { file: 01-name.md, start: recto }',
  '请写 - 01-name.md 或 - { file: 01-name.md, start: recto }',
)
export const expectedJump = define(
  'pages and a file name',
  '页数和文件名',
  'Write jump: { pages: 2, after: 05-name.md }: the pages that stay, and the article after which the rest stands',
  '请写 jump: { pages: 2, after: 05-name.md }：先排几页，余下的排在哪一篇之后',
)
export const expectedAuthor = define(
  'an author with a name',
  '作者（含 name）',
  'Write - name: 姓名, and the affiliation and the rest below it',
  '请写 - name: 姓名，其下再写单位等',
)
export const expectedReference = define(
  'a reference',
  '参考文献条目',
  'Write each after a hyphen: as one text, or as { id: wipo2022, text: "…" }',
  '每条前加“- ”，写成一段文字，或 { id: wipo2022, text: "…" }',
)
export const expectedKeys = define(
  'a set of keys',
  '一组键',
  'Write its keys below it, each on a line of its own and indented by two spaces',
  '请在下面逐行写出各键，缩进两个空格',
)

/** One of a few words. */
export function expectedWord(words: readonly string[]): Expected {
  return define(
    `one of ${words.join(', ')}`,
    `${words.join('、')} 之一`,
    `Write ${words.join(' or ')}`,
    `请写 ${words.join(' 或 ')}`,
  )
}

/** A list. */
export function expectedList(item: Expected): Expected {
  const fix =
    item === expectedText
      ? {
          en: 'Write [one, two], or each on a line of its own after a hyphen',
          zh: '请写成 [一, 二]，或每行一个、前加“- ”',
        }
      : item.fix
  return { en: 'a list', zh: '列表', fix }
}
