import { defineRule, type Bilingual } from '../rule.js'

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

/** Why a font file cannot set text that is printed. */
export type FaceProblem =
  | { readonly kind: 'missing' | 'no-slices' | 'none' | 'collection' | 'postscript' | 'static' }
  | {
      readonly kind: 'variable'
      readonly axes: readonly { readonly tag: string; readonly least: number; readonly most: number }[]
    }

/** Every face is a TrueType font, static or cut at stated values of its axes. */
export const faceUsable = defineRule<{
  readonly family: string
  readonly font: string
  readonly problem: FaceProblem
}>({
  id: 'face-usable',
  severity: 'error',
  message: ({ family, font, problem }) => ({
    en: `The face ${family} cannot use ${font}: ${faceProblems[problem.kind].en}`,
    zh: `字体 ${family} 不能用 ${font}：${faceProblems[problem.kind].zh}`,
  }),
  note: ({ problem }) => {
    if (problem.kind === 'missing' || problem.kind === 'no-slices')
      return {
        en: 'Put the file into the theme’s folder and write its path from there, or name the npm package that has it',
        zh: '请把文件放进版式的文件夹，写从那里算起的路径，或写明含有它的 npm 包',
      }
    if (problem.kind === 'static') return { en: 'Take axes away from this face', zh: '请删去这个字体的 axes' }
    if (problem.kind === 'variable') {
      const ranges = problem.axes.map(({ tag, least, most }) => `${tag} ${least}–${most}`).join(', ')
      const example = problem.axes
        .map(({ tag, least }) => `${tag}: ${tag === 'wght' ? 400 : least}`)
        .join(', ')
      return {
        en: `Give a value for each axis (${ranges}): axes: { ${example} }; or use a static file`,
        zh: `请给出每个轴的值（${ranges}）：axes: { ${example} }，或改用静态字体文件`,
      }
    }
    return {
      en: 'Use a TrueType file (.ttf, or WOFF2 with TrueType outlines) of one weight; font editors and fonttools convert others',
      zh: '请用只含一个字重的 TrueType 文件（.ttf，或轮廓为 TrueType 的 WOFF2），其他格式可用字体工具转换',
    }
  },
})

const faceProblems: Readonly<Record<FaceProblem['kind'], Bilingual>> = {
  missing: { en: 'there is no such file', zh: '没有这个文件' },
  'no-slices': {
    en: 'it has no @font-face with a file and a unicode-range that the face asks for',
    zh: '其中没有带文件和 unicode-range、且为本字体所需的 @font-face',
  },
  none: { en: 'it is no font', zh: '不是字体文件' },
  collection: { en: 'it is a collection of fonts', zh: '是字体集（.ttc）' },
  postscript: {
    en: 'its outlines are PostScript’s (CFF), which the browser prints as Type 3 fonts',
    zh: '轮廓是 PostScript（CFF）的，浏览器会印成 Type 3 字体',
  },
  static: { en: 'it has axes, but the font is not variable', zh: '写了 axes，但不是可变字体' },
  variable: {
    en: 'it is a variable font, and axes does not say where it is to be cut',
    zh: '是可变字体，而 axes 没有写明取何值',
  },
}

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
