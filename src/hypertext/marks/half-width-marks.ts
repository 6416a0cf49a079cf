/** A mark that should have another form in Chinese and stays as it is. */
export interface HalfWidthMark {
  readonly at: number
  readonly written: string
  readonly proposal: string
}

const full: Readonly<Record<string, string>> = {
  ',': '，',
  '.': '。',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
}

const han = String.raw`\p{Script=Han}`
/** What ends a Chinese phrase. */
const before = String.raw`(?<=[${han}”’》〉）」』％%‰℃])`
const opens = String.raw`[“‘《〈（「『]`
/** What begins one, or the end of the paragraph with a quotation that closes there. */
const after = String.raw`(?=\s*(?:[${han}\p{Script=Latin}\d"'([]|${opens}|["'”’」』]?\s*$))`

interface Form {
  readonly pattern: RegExp
  readonly proposal: (written: string) => string
}

/** GB/T 15834—2011 §4 and §5.1; for digits GB/T 15835—2011 §5.1. */
const forms: readonly Form[] = [
  // Before a digit a comma may separate data.
  { pattern: new RegExp(String.raw`${before}[,;](?!\s*\d)${after}`, 'gu'), proposal: fullWidth },
  { pattern: new RegExp(`${before}:${after}`, 'gu'), proposal: fullWidth },
  { pattern: new RegExp(String.raw`(?<=[\d\p{Script=Latin}])[,;](?=\s*${han})`, 'gu'), proposal: fullWidth },
  {
    pattern: new RegExp(String.raw`(?<=[${han}”’》〉）」』％%‰℃！？])[!?]{1,3}(?![!?])`, 'gu'),
    proposal: fullWidth,
  },
  // Before a Latin letter it may belong to a name of a file.
  {
    pattern: new RegExp(String.raw`${before}\.(?=\s*(?:[${han}]|${opens}|["'”’」』]?\s*$))`, 'gu'),
    proposal: fullWidth,
  },
  // Three and six are resolved.
  { pattern: new RegExp(String.raw`${before}(?:\.{4,5}|\.{7,}|\.{2})(?!\.)`, 'gu'), proposal: () => '……' },
  { pattern: new RegExp(`${before}(?:…(?!…)|。{3,})`, 'gu'), proposal: () => '……' },
  { pattern: new RegExp(String.raw`${before}--+(?=\s*(?:[${han}]|${opens}))`, 'gu'), proposal: () => '——' },
  { pattern: /(?<=\d)--(?=\d)/gu, proposal: () => '—' },
  // ~10 is about ten.
  {
    pattern: new RegExp(String.raw`(?<=[\d％%‰℃万亿年月日时])~(?=\d)|(?<=${han})~(?=${han})`, 'gu'),
    proposal: () => '～',
  },
  {
    pattern: new RegExp(String.raw`(?<=[${han}\p{Script=Latin}])[•・‧･∙⋅](?=${han})`, 'gu'),
    proposal: () => '·',
  },
]

const parenthesis = new RegExp(
  String.raw`(?:^|(?<=[${han}\d”’》〉），。；：、！？％%“‘《「『]))\(([^()]*)\)`,
  'gu',
)
const anyHan = /\p{Script=Han}/u

/** Whether the text may have one of these marks: asked first, because most paragraphs have none. */
export const mayBeHalfWidth = /[.,;:!?(…。~•・‧･∙⋅-]/

/** Stops, brackets, dashes, dots and interpuncts of Chinese sentences that are typed in another form, in their order. */
export function halfWidthMarks(text: string): HalfWidthMark[] {
  const marks = forms.flatMap(({ pattern, proposal }) =>
    [...text.matchAll(pattern)].map(({ 0: written, index: at }) => ({
      at,
      written,
      proposal: proposal(written),
    })),
  )
  const brackets = [...text.matchAll(parenthesis)].flatMap(({ 1: inner = '', index: at }) =>
    anyHan.test(inner) ? [{ at, written: '()', proposal: '（）' }] : [],
  )
  return [...marks, ...brackets].toSorted((a, b) => a.at - b.at)
}

function fullWidth(written: string): string {
  return [...written].map((mark) => full[mark] ?? mark).join('')
}
