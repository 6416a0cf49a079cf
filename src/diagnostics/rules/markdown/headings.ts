import { defineRule } from '../../rule.js'

/** Headings in the text begin at `##` and go down one level at a time (PDF/UA-1 7.4.2). */
export const headingLevels = defineRule<{ readonly level: number; readonly expected: number }>({
  id: 'heading-levels',
  severity: 'error',
  message: ({ level, expected }) =>
    level === 1
      ? { en: 'A heading in the text is written with one #', zh: '正文中出现一级标题 #' }
      : {
          en: `A heading of level ${level} stands where level ${expected} is the deepest possible`,
          zh: `标题级别跳级：此处最深只能用 ${expected} 级，却用了 ${level} 级`,
        },
  note: ({ level, expected }) =>
    level === 1
      ? {
          en: 'The title belongs in the metadata as title:; begin the text at ##',
          zh: '文章标题请写在元数据的 title: 里，正文标题从 ## 开始',
        }
      : { en: `Write ${'#'.repeat(expected)}`, zh: `请写成 ${'#'.repeat(expected)}` },
})

/** A heading has words. */
export const headingText = defineRule({
  id: 'heading-text',
  severity: 'error',
  message: () => ({ en: 'The heading is empty', zh: '标题没有文字' }),
  note: () => ({ en: 'Write the heading or delete the line', zh: '请补上标题文字，或删去这一行' }),
})

/** A line of `---` or `===` under a paragraph makes it a heading, mostly unmeant. */
export const headingMarked = defineRule({
  id: 'heading-marked',
  severity: 'warning',
  message: () => ({
    en: 'The paragraph becomes a heading because of the line of --- or === right under it',
    zh: '段落下紧接 --- 或 ===，整段会变成标题',
  }),
  note: () => ({
    en: 'Begin a heading with ##; for a rule leave an empty line before ---',
    zh: '标题请以 ## 开头；若要分隔线，请在 --- 前空一行',
  }),
})

/** Headings are numbered by the build or by hand, not by both. */
export const headingNumberOnce = defineRule<{ readonly typed: string }>({
  id: 'heading-number-once',
  severity: 'warning',
  message: ({ typed }) => ({
    en: `The heading begins with ${typed} although headings are numbered by heading-numbers`,
    zh: `已设 heading-numbers，这个标题又自带编号“${typed}”`,
  }),
  note: () => ({
    en: 'Delete the typed number, or heading-numbers; until then the typed one is printed alone',
    zh: '请删去手打的编号或 heading-numbers；目前只印手打的编号',
  }),
})
