import type { ElementContent as HtmlContent } from 'hast'
import type { Element } from 'xast'
import { x } from '../../issue/index.js'
import { inlineAll } from './inline.js'

/** JATS knows line breaks in titles and cells only; in a paragraph an empty styled stretch stands for one. */
export function paragraph(
  attributes: Readonly<Record<string, string | undefined>>,
  children: readonly HtmlContent[],
): Element {
  return x(
    'p',
    attributes,
    inlineAll(children).map((child) =>
      child.type === 'element' && child.name === 'break'
        ? x('styled-content', { 'style-type': 'line-break' })
        : child,
    ),
  )
}
