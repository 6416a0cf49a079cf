import { defineRule } from '../../rule.js'

/** A link definition is used, once. */
export const definitionUsed = defineRule<{ readonly label: string; readonly doubled: boolean }>({
  id: 'definition-used',
  severity: 'warning',
  message: ({ label, doubled }) =>
    doubled
      ? {
          en: `The link definition [${label}] is a second one and is ignored`,
          zh: `链接定义 [${label}] 重复，不起作用`,
        }
      : {
          en: `No link uses the definition [${label}], so the line is not printed`,
          zh: `没有链接使用定义 [${label}]，这一行不会印出`,
        },
  note: () => ({
    en: 'Delete the line; if it was meant as a note, write [^label]: with a circumflex',
    zh: '请删去这一行；若本意是注释，请写成带尖角号的 [^标签]:',
  }),
})

/** A line that is read as a link definition leads somewhere; otherwise it is text that would be lost. */
export const definitionIsLink = defineRule<{ readonly label: string; readonly url: string }>({
  id: 'definition-is-link',
  severity: 'error',
  message: ({ label, url }) => ({
    en: `The line “[${label}]: ${url}” is read as a link definition, so its text would be lost`,
    zh: `“[${label}]: ${url}”一行会被读作链接定义，文字不会印出`,
  }),
  note: () => ({
    en: 'For a note write [^label]: …; for plain text put a backslash before the bracket',
    zh: '若是注释，请写成 [^标签]: ……；若是普通文字，请在方括号前加反斜线',
  }),
})
