/** A language's quotation marks, opening and closing: those typed `"` and those typed `'`. */
export type QuotationMarks = Readonly<Record<'"' | "'", readonly [open: string, close: string]>>

/** Those of Simplified Chinese, and of most other languages that are quoted. */
export const curly: QuotationMarks = { '"': ['“', '”'], "'": ['‘', '’'] }
const corner: QuotationMarks = { '"': ['「', '」'], "'": ['『', '』'] }

/** By language: every paragraph of an issue asks for the same few. */
const known = new Map<string, QuotationMarks | undefined>()

/**
 * “” ‘’ in Simplified Chinese (GB/T 15834—2011 §4.8), 「」『』 in Traditional Chinese and Japanese (CLREQ 3.1.1, JLREQ).
 *
 * @param language BCP 47
 * @returns nothing for languages whose marks are not those of Chinese
 */
export function quotationMarks(language: string): QuotationMarks | undefined {
  if (!known.has(language)) known.set(language, marksOf(language))
  return known.get(language)
}

function marksOf(language: string): QuotationMarks | undefined {
  const { language: primary, script } = new Intl.Locale(language).maximize()
  if (primary === 'ja') return corner
  if (primary !== 'zh' && primary !== 'yue') return undefined
  return script === 'Hant' ? corner : curly
}
