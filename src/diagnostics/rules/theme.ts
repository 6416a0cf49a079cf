import { defineRule } from '../rule.js'

/** The theme that `issue.yaml` names has a folder with a `theme.yaml`. */
export const themeExists = defineRule<{ readonly theme: string; readonly available: readonly string[] }>({
  id: 'theme-exists',
  severity: 'error',
  message: ({ theme }) => ({
    en: `There is no theme “${theme}”: its folder has no theme.yaml`,
    zh: `没有名为“${theme}”的版式：其文件夹里没有 theme.yaml`,
  }),
  note: ({ available }) => ({
    en: `Write one of ${available.join(', ')} after theme: in issue.yaml, or a path that begins with ./`,
    zh: `在 issue.yaml 的 theme: 后写 ${available.join('、')} 之一，或写以 ./ 开头的路径`,
  }),
})

/** `theme.yaml` says what its schema asks for. */
export const themeValid = defineRule<{ readonly key: string; readonly problem: string }>({
  id: 'theme-valid',
  severity: 'error',
  message: ({ key, problem }) => ({
    en: key ? `In theme.yaml, ${key}: ${problem}` : `theme.yaml: ${problem}`,
    zh: key ? `theme.yaml 的 ${key}：${problem}` : `theme.yaml：${problem}`,
  }),
  note: () => ({
    en: 'Compare with templates/journal/theme.yaml, whose comments explain every key',
    zh: '请对照 templates/journal/theme.yaml，各键均有注释',
  }),
})

/** A style sheet names only tokens that there are. */
export const tokenDefined = defineRule<{
  readonly sheet: string
  readonly line: number
  readonly column: number
  readonly token: string
  readonly nearest: string | undefined
}>({
  id: 'token-defined',
  severity: 'error',
  message: ({ sheet, line, column, token }) => ({
    en: `${sheet}:${line}:${column} names ${token}, which no colour, face or length of the theme is called`,
    zh: `${sheet}:${line}:${column} 用了 ${token}，版式里没有叫这个名字的颜色、字体或长度`,
  }),
  note: ({ nearest }) => ({
    en:
      nearest === undefined
        ? 'Add it to colours or roles in theme.yaml, or define it in the style sheet'
        : `Did you mean ${nearest}?`,
    zh:
      nearest === undefined
        ? '请在 theme.yaml 的 colours 或 roles 中增加它，或在样式表中定义'
        : `是否应为 ${nearest}？`,
  }),
})

/** A page template of the theme is well-formed Liquid. */
export const templateParses = defineRule<{ readonly template: string; readonly problem: string }>({
  id: 'template-parses',
  severity: 'error',
  message: ({ template, problem }) => ({
    en: `The template ${template} cannot be read: ${problem}`,
    zh: `模板 ${template} 无法解析：${problem}`,
  }),
  note: () => ({
    en: 'Mend the Liquid tag at this place; templates use LiquidJS tags and filters only',
    zh: '请修正此处的 Liquid 标签；模板只使用 LiquidJS 的标签和过滤器',
  }),
})

/** Every character has a glyph in a face of the theme, so that nothing falls back to a system font. */
export const glyphAvailable = defineRule<{ readonly codePoint: number; readonly others: number }>({
  id: 'glyph-available',
  severity: 'error',
  message: ({ codePoint, others }) => {
    const name = `“${String.fromCodePoint(codePoint)}” (${formatCodePoint(codePoint)})`
    return {
      en: `No face of the theme has the character ${name}${others > 0 ? `; it occurs ${others} more time(s) in this file` : ''}`,
      zh: `版式的字体里没有字符${name}${others > 0 ? `；本文件中另有 ${others} 处` : ''}`,
    }
  },
  note: () => ({
    en: 'Replace the character, show it as a picture, or add a face that has it to theme.yaml',
    zh: '请换用别的字符、改用图片，或在 theme.yaml 中增加含有该字的字体',
  }),
})

/** The fonts of an ebook stay within what the theme allows. */
export const ebookFontsBounded = defineRule<{
  readonly bytes: number
  readonly budget: number
  /** Largest first. */
  readonly families: readonly { readonly family: string; readonly bytes: number }[]
}>({
  id: 'ebook-fonts-bounded',
  severity: 'warning',
  message: ({ bytes, budget, families }) => {
    const largest = families.slice(0, 3).map(({ family, bytes: size }) => `${family} ${kilobytes(size)}`)
    return {
      en: `The fonts of the ePub have ${kilobytes(bytes)}, and the theme allows ${kilobytes(budget)}: ${largest.join(', ')}`,
      zh: `电子书内嵌字体共 ${kilobytes(bytes)}，超过版式允许的 ${kilobytes(budget)}：${largest.join('，')}`,
    }
  },
  note: () => ({
    en: 'Leave longer passages to the reader’s own font in ebook.css, or raise ebook: font-budget in theme.yaml',
    zh: '请在 ebook.css 里让较长的文字用读者自己的字体，或提高 theme.yaml 的 ebook: font-budget',
  }),
})

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`
}

function formatCodePoint(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
}
