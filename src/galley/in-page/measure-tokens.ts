import type { LineToken } from '../../issue/index.js'
import type { StyleFont } from './read-paragraphs.js'

/** Px of each token, as the browser sets it on a line: one layout for all of them. */
export function measureTokens(fonts: readonly StyleFont[], tokens: readonly LineToken[]): number[] {
  const host = document.createElement('div')
  host.style.cssText =
    'position:absolute;visibility:hidden;white-space:pre;width:0;text-indent:0;letter-spacing:normal;text-spacing-trim:space-all;text-autospace:no-autospace'
  const boxes = fonts.map(({ font, language }) => {
    const box = document.createElement('div')
    box.style.font = font
    if (language !== '') box.lang = language
    host.append(box)
    return box
  })
  const spans = tokens.map(({ text, style, amongHan }) => {
    const span = document.createElement('span')
    span.style.cssText = 'display:inline-block;line-height:0'
    span.textContent = amongHan ? `一${text}一` : text
    if (amongHan) span.style.setProperty('text-spacing-trim', 'trim-start')
    boxes[style]?.append(span)
    return span
  })
  document.body.append(host)
  const sizes = boxes.map((box) => parseFloat(getComputedStyle(box).fontSize))
  const widths = spans.map((span, i) => {
    const { style = 0, amongHan } = tokens[i] ?? {}
    return span.getBoundingClientRect().width - (amongHan ? 2 * (sizes[style] ?? 0) : 0)
  })
  host.remove()
  return widths
}
