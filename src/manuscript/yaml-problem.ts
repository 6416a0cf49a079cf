import type { ErrorCode } from 'yaml'
import type { Bilingual } from '../diagnostics/index.js'

const quoting: Bilingual = {
  en: 'If the value begins with * & @ ! % ` [ { " or holds ": " or " #", put it between single quotes',
  zh: '如果值以 * & @ ! % ` [ { " 开头，或其中有“: ”“ #”，请用单引号括起来',
}

const spacing: Bilingual = {
  en: 'Align the keys of one level with spaces',
  zh: '请用空格把同一层的键对齐',
}

const tabs: Bilingual = {
  en: 'Use spaces in place of the tab',
  zh: '请把制表符改为空格',
}

interface Explanation {
  readonly problem: Bilingual
  readonly fix: Bilingual
}

/** What the YAML reader's codes mean to an editor. */
const explanations: Partial<Record<ErrorCode, Explanation>> = {
  TAB_AS_INDENT: {
    problem: { en: 'A tab stands where YAML wants spaces', zh: '缩进用了制表符（Tab），YAML 只认空格' },
    fix: tabs,
  },
  BAD_INDENT: {
    problem: { en: 'The indentation does not fit the lines above', zh: '缩进与上文不一致' },
    fix: spacing,
  },
  BAD_ALIAS: {
    problem: { en: 'A value that begins with * is read as a YAML alias', zh: '以 * 开头的值会被当作 YAML 的别名' },
    fix: quoting,
  },
  BAD_SCALAR_START: {
    problem: { en: 'A value cannot begin with this character', zh: '值不能以这个字符开头' },
    fix: quoting,
  },
  BAD_DQ_ESCAPE: {
    problem: { en: 'A backslash between double quotes begins an escape that does not exist', zh: '双引号里的反斜杠转义无效' },
    fix: { en: 'Use single quotes', zh: '请改用单引号' },
  },
  BLOCK_AS_IMPLICIT_KEY: {
    problem: { en: 'There is a second ": " in this line', zh: '这一行里有第二个“: ”' },
    fix: quoting,
  },
  MULTILINE_IMPLICIT_KEY: {
    problem: { en: 'A key has no colon with a space after it', zh: '键的后面没有“半角冒号加空格”' },
    fix: { en: 'Write key: value', zh: '请写成 key: 值' },
  },
  MULTIPLE_DOCS: {
    problem: { en: 'A line --- or ... ends the YAML here, but more follows', zh: '此处的 --- 或 ... 结束了 YAML，后面却还有内容' },
    fix: { en: 'Delete the line', zh: '请删去这一行' },
  },
  UNEXPECTED_TOKEN: {
    problem: { en: 'This text belongs to no key', zh: '这些文字不属于任何键' },
    fix: quoting,
  },
  MISSING_CHAR: {
    problem: { en: 'A colon, a comma, a bracket or a quotation mark is missing', zh: '缺少冒号、逗号、括号或引号' },
    fix: quoting,
  },
  RESOURCE_EXHAUSTION: {
    problem: { en: 'Lists or keys are nested too deeply', zh: '列表或键嵌套过深' },
    fix: spacing,
  },
}

/** A quotation mark or bracket that nothing closes; everything below it is swallowed. */
export const neverClosed: Explanation = {
  problem: { en: 'What is opened here is never closed', zh: '此处的引号或括号没有合上' },
  fix: {
    en: 'Close it, or put the value between single quotes if the mark belongs to the text',
    zh: '请补上另一半；如果它是文字的一部分，请用单引号把整个值括起来',
  },
}

const indentedBelow: Explanation = {
  problem: {
    en: 'The line below is indented as if it belonged to this value',
    zh: '下一行的缩进使它成了这个值的一部分',
  },
  fix: spacing,
}

const otherwise: Explanation = {
  problem: { en: 'This is not valid YAML', zh: '此处不是有效的 YAML' },
  fix: quoting,
}

/**
 * Explains an error of the YAML reader.
 *
 * @param line the line it stands in; some slips are plain to see there
 */
export function explainYaml(code: ErrorCode, line: string): Explanation {
  const fullWidth = /^\s*(?:- )?([\w-]+)\s*：/.exec(line)
  if (fullWidth) {
    return {
      problem: { en: 'The key is followed by a full-width colon ：', zh: '键的后面是全角冒号“：”' },
      fix: { en: `Write ${fullWidth[1]}: with a space after it`, zh: `请写半角冒号加空格：${fullWidth[1]}: …` },
    }
  }
  const crowded = /^\s*(?:- )?([a-z][a-z-]*):[^\s:/]/.exec(line)
  if (crowded) {
    return {
      problem: { en: 'There is no space after the colon', zh: '冒号后面没有空格' },
      fix: { en: `Write ${crowded[1]}: with a space after it`, zh: `请在 ${crowded[1]}: 之后空一格` },
    }
  }
  if (/^ *\t/.test(line)) return explanations.TAB_AS_INDENT ?? otherwise
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && !/: .*: /.test(line)) return indentedBelow
  return explanations[code] ?? otherwise
}
