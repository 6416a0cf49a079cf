import type { LineStyle } from '../../issue/lines.js'
import type { Box } from './box.js'

/** What Chromium sets a space beside: letters and digits; in Chinese text also the signs that end or join words. */
const spaced = /[\p{L}\p{M}\p{Nd}]/u
const spacedInChinese = /[\p{L}\p{M}\p{Nd}!#%&,.:;?@\\§•‰′″]/u

/** 分隔号 and short 连接号 between Chinese words: half an em (GB/T 15834—2011 §5.1.6, §5.1.9). */
const halves = new Set(['/', '-', '‐', '–'])

/**
 * What stands between an ideograph and Latin text: a space by nature, or one only where a line needs it, or what a mark
 * lacks of half an em or has too much. None beside marks that join or part words, which keep their distance (CLREQ 3.5.4).
 */
export type Joint = 'space' | 'call' | 'sign' | 'half'

const joining = /[-‐–~/]/

export function jointOf(box: Box, next: Box, text: string, styles: readonly LineStyle[]): Joint | undefined {
  const isBefore = box.kind === 'han' && next.kind === 'western'
  if (!isBefore && !(box.kind === 'western' && next.kind === 'han')) return undefined
  const [own, other] = [styles[box.style], styles[next.style]]
  if (other?.call) return undefined
  if (own?.call) return 'call'
  if (!own?.autospace || !other?.autospace) return undefined
  const { language } = isBefore ? other : own
  const has = /^(zh|$)/.test(language) ? spacedInChinese : spaced
  const sign = text.charAt(isBefore ? next.from : box.to - 1)
  if (halves.has((isBefore ? next : box).text ?? '')) return 'half'
  if (joining.test(sign)) return undefined
  return has.test(sign) ? 'space' : 'sign'
}
