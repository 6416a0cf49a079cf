import type { Element as HtmlElement } from 'hast'
import type { Element } from 'xast'
import { x, type XmlChild } from '../../issue/index.js'
import type { BlockAll } from './block-handler.js'
import { classOf, elementsOf, idOf, textOf } from './html-element.js'
import { inlineAll } from './inline.js'
import { table } from './tables.js'

export function figure(element: HtmlElement, blockAll: BlockAll): Element {
  const images = elementsOf(element).filter(({ tagName }) => tagName === 'img')
  const details = elementsOf(element).find(({ tagName }) => tagName === 'details')
  const description = details && elementsOf(details).filter(({ tagName }) => tagName !== 'summary')
  return x(
    'fig',
    { id: idOf(element), 'fig-type': 'figure' },
    captionOf(element),
    images.map(({ properties }, index) =>
      x(
        'graphic',
        { 'xlink:href': String(properties['src']) },
        properties['alt'] ? x('alt-text', {}, properties['alt']) : undefined,
        // Text alone (JATS 1.3, long-desc): paragraphs become lines.
        index === 0 && description
          ? x('long-desc', {}, description.map((block) => textOf(block).trim()).join('\n'))
          : undefined,
      ),
    ),
    credits(element, blockAll),
  )
}

export function tableWrap(element: HtmlElement, blockAll: BlockAll): Element {
  const tables = elementsOf(element).filter(({ tagName }) => tagName === 'table')
  const notes = elementsOf(element).find((child) => classOf(child).includes('credit'))
  return x(
    'table-wrap',
    { id: idOf(element) },
    captionOf(element),
    tables.map((each) => table(each, blockAll)),
    notes && x('table-wrap-foot', {}, blockAll(notes.children)),
  )
}

/** Label and caption in both languages: the English one is a second title of the caption's own language. */
function captionOf(element: HtmlElement): XmlChild {
  const caption = elementsOf(element).find(({ tagName }) => tagName === 'figcaption')
  if (caption === undefined) return undefined
  const part = (name: string): HtmlElement | undefined =>
    elementsOf(caption).find((child) => classOf(child).includes(name))
  const [label, title, english] = [part('label'), part('caption'), part('caption-en')]
  return [
    label && x('label', {}, inlineAll(label.children)),
    x(
      'caption',
      {},
      title && x('title', {}, inlineAll(title.children)),
      english &&
        x('p', { 'content-type': 'translated-title', 'xml:lang': 'en' }, inlineAll(english.children)),
    ),
  ]
}

/** 资料来源 below a figure. */
function credits(element: HtmlElement, blockAll: BlockAll): Element[] {
  const credit = elementsOf(element).find((child) => classOf(child).includes('credit'))
  return (credit ? blockAll(credit.children) : []).map((line) =>
    line.name === 'p' ? x('attrib', {}, line.children as XmlChild[]) : line,
  )
}
