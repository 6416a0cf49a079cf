import { defineRule, type Bilingual, type Rule, type Severity } from '../rule.js'

/** What was found in a finished file, and where. */
export interface PressData {
  /** 1-based; absent for the file as a whole. */
  readonly page: number | undefined
  readonly detail: string | undefined
}

const expectations: Readonly<
  Record<string, { readonly severity: Severity; readonly reason: Bilingual; readonly advice: Bilingual }>
> = {
  'pdf-readable': error(
    'This is no PDF, or it is damaged or encrypted',
    '这不是 PDF，或者文件已损坏、已加密',
    'Export it again, without a password',
    '请重新导出，不要设密码',
  ),
  'document-language': error(
    'The file does not state the language of its text (PDF/UA-1, 7.2)',
    '文件没有注明正文语言（PDF/UA-1，7.2）',
    'Set Lang in the catalog',
    '请在文档目录（catalog）中写明 Lang',
  ),
  'output-intent': error(
    'The file claims PDF/A or PDF/X and has no output intent with a profile',
    '文件自称 PDF/A 或 PDF/X，却没有带特性文件的输出意图',
    'Export it with the profile of the printing condition',
    '请按印刷条件选定 ICC 特性文件再导出',
  ),
  'file-identifier': error(
    'The file has no identifier (ID in the trailer)',
    '文件没有标识符（trailer 中的 ID）',
    'Write it again with a program that gives one',
    '请用会写标识符的程序重新保存',
  ),
  'tags-marked': error(
    'The file claims to be accessible and is not marked as tagged',
    '文件自称无障碍，却没有标明带结构标签',
    'Export it as tagged PDF',
    '请导出为带标签的 PDF',
  ),
  'title-in-bar': error(
    'The window shows the name of the file in place of the title (PDF/UA-1, 7.1)',
    '窗口标题显示的是文件名，而不是刊名（PDF/UA-1，7.1）',
    'Set DisplayDocTitle',
    '请设置 DisplayDocTitle',
  ),
  'figure-alternative': error(
    'A figure has no alternative text (PDF/UA-1, 7.3)',
    '有一幅图没有替代文本（PDF/UA-1，7.3）',
    'Describe it in a sentence',
    '请用一句话说明图的内容',
  ),
  'link-description': error(
    'A link has no description (PDF/UA-1, 7.18.5)',
    '有一个链接没有说明（PDF/UA-1，7.18.5）',
    'Give it Contents',
    '请补上 Contents',
  ),
  'font-embedded': error(
    'A font is not embedded',
    '有字体没有嵌入',
    'Embed it when exporting',
    '请在导出时嵌入字体',
  ),
  'font-type': error(
    'A font is of Type 3, which presses rasterise coarsely',
    '有 Type 3 字体，出版印刷时会被栅格化，笔画发虚',
    'Use a static TrueType or OpenType font, without synthetic bold',
    '请换用静态的 TrueType 或 OpenType 字体，不要用合成粗体',
  ),
  'font-unicode': error(
    'A font has no map to Unicode: its text cannot be copied or read out',
    '有字体没有 Unicode 对照表，文字不能复制，也不能朗读',
    'Export it with another program',
    '请换一个程序导出',
  ),
  'page-boxes': error(
    'A page box is missing, lies outside another, or is of another size than the rest',
    '页面框缺失、越出外框，或与其他页大小不一',
    'Set trim, bleed and media box alike on all pages',
    '请为所有页设置一致的裁切框、出血框和介质框',
  ),
  'page-multiple': {
    severity: 'warning',
    reason: {
      en: 'The page count does not fold into whole sheets (pages, multiple)',
      zh: '总页数折不成整张（页数，应为其倍数）',
    },
    advice: { en: 'Add or take out pages', zh: '请增减页数' },
  },
}

function error(en: string, zh: string, adviceEn: string, adviceZh: string) {
  return {
    severity: 'error' as const,
    reason: { en, zh },
    advice: { en: adviceEn, zh: adviceZh },
  }
}

/**
 * The rule of a finding about a finished file.
 *
 * @throws Error when there is none of that name: it is ours to write it
 */
export function pressRule(id: string, severity?: Severity): Rule<PressData> {
  const expectation = expectations[id]
  if (expectation === undefined) throw new Error(`No rule says anything about ${id}`)
  return defineRule<PressData>({
    id,
    severity: severity ?? expectation.severity,
    message: ({ page, detail }) => ({
      en: `${page === undefined ? '' : `Page ${page}: `}${expectation.reason.en}${detail === undefined ? '' : ` (${detail})`}`,
      zh: `${page === undefined ? '' : `第 ${page} 页：`}${expectation.reason.zh}${detail === undefined ? '' : `（${detail}）`}`,
    }),
    note: () => expectation.advice,
  })
}
