import type { Element as HtmlElement, ElementContent as HtmlContent } from 'hast'
import type { Element, ElementContent } from 'xast'
import { x, type XmlChild } from '../../issue/index.js'
import { classOf, inlineAll, mathml } from './inline.js'
import { xmlId } from './xml-id.js'

/** Elements that stand on lines of their own; anything else is text of a paragraph. */
const blocks = new Set(
  'p h2 h3 h4 h5 h6 ul ol dl blockquote hr pre table figure aside section div'.split(' '),
)

/** Blocks of the text as JATS, without sections: what may stand in a quotation, a box, a list item. */
export function blockAll(children: readonly HtmlContent[]): Element[] {
  const result: Element[] = []
  let line: HtmlContent[] = []
  const flush = (): void => {
    if (line.some((node) => node.type !== 'text' || node.value.trim() !== '')) {
      result.push(paragraph({}, line))
    }
    line = []
  }
  for (const child of children) {
    if (child.type === 'element' && blocks.has(child.tagName)) {
      flush()
      result.push(...block(child))
    } else line.push(child)
  }
  flush()
  return result
}

function block(element: HtmlElement): Element[] {
  const names = classOf(element)
  const id = idOf(element)
  switch (element.tagName) {
    case 'p':
      return [paragraph({ id }, element.children)]
    case 'ul':
    case 'ol':
      return [list(element)]
    case 'dl':
      return [definitions(element)]
    case 'blockquote':
      return [x('disp-quote', { id }, blockAll(element.children))]
    case 'hr':
      return [x('p', { 'content-type': 'rule' })]
    case 'pre':
      return [code(element)]
    case 'table':
      return [x('table-wrap', { id }, table(element))]
    case 'figure':
      return [names.includes('table') ? tableWrap(element) : figure(element)]
    case 'aside':
      return [box(element)]
    case 'section':
      return [x('disp-quote', { id, 'content-type': names[0] }, blockAll(element.children))]
    case 'div':
      return division(element, names)
    default: // a heading within a box or quotation
      return [x('p', { id, 'content-type': 'heading' }, x('bold', {}, inlineAll(element.children)))]
  }
}

/** JATS knows line breaks in titles and cells only; in a paragraph an empty styled stretch stands for one. */
function paragraph(
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

function division(element: HtmlElement, names: readonly string[]): Element[] {
  if (names.includes('equation')) return [equation(element)]
  if (names.includes('verse')) return elementsOf(element).map(verse)
  if (names.includes('signature')) {
    return elementsOf(element).map(({ children }) => paragraph({ 'content-type': 'signature' }, children))
  }
  if (names.includes('lacuna'))
    return [x('disp-quote', { 'content-type': 'lacuna' }, blockAll(element.children))]
  return blockAll(element.children)
}

/** The id in the form XML has it. */
export function idOf({ properties }: HtmlElement): string | undefined {
  return typeof properties['id'] === 'string' ? xmlId(properties['id']) : undefined
}

function list(element: HtmlElement): Element {
  const { start } = element.properties
  return x(
    'list',
    {
      'list-type': element.tagName === 'ol' ? 'order' : 'bullet',
      'specific-use': typeof start === 'number' && start !== 1 ? `start-${start}` : undefined,
    },
    elementsOf(element).map((item) => x('list-item', {}, blockAll(item.children))),
  )
}

/** Several terms in a row share the definitions that follow. */
function definitions(element: HtmlElement): Element {
  const items: Element[] = []
  for (const child of elementsOf(element)) {
    const last = items.at(-1)
    if (child.tagName === 'dt') items.push(x('def-item', {}, x('term', {}, inlineAll(child.children))))
    else if (last) last.children.push(x('def', {}, blockAll(child.children)))
  }
  return x('def-list', {}, items)
}

function code(element: HtmlElement): Element {
  const [inner] = elementsOf(element)
  const language = (inner ? classOf(inner) : [])
    .find((name) => name.startsWith('language-'))
    ?.slice('language-'.length)
  return x('code', { language, 'xml:space': 'preserve' }, textOf(element))
}

function textOf(node: HtmlContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(textOf).join('') : ''
}

function figure(element: HtmlElement): Element {
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
    credits(element),
  )
}

function tableWrap(element: HtmlElement): Element {
  const tables = elementsOf(element).filter(({ tagName }) => tagName === 'table')
  const notes = elementsOf(element).find((child) => classOf(child).includes('credit'))
  return x(
    'table-wrap',
    { id: idOf(element) },
    captionOf(element),
    tables.map(table),
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
function credits(element: HtmlElement): Element[] {
  const credit = elementsOf(element).find((child) => classOf(child).includes('credit'))
  return (credit ? blockAll(credit.children) : []).map((line) =>
    line.name === 'p' ? x('attrib', {}, line.children as XmlChild[]) : line,
  )
}

function box(element: HtmlElement): Element {
  const names = classOf(element)
  const children = elementsOf(element)
  const title = children.find((child) => classOf(child).includes('box-title'))
  return x(
    'boxed-text',
    {
      id: idOf(element),
      'content-type': names.includes('pullquote') ? 'pullquote' : 'box',
      position: 'float',
    },
    title && x('caption', {}, x('title', {}, inlineAll(title.children))),
    blockAll(element.children.filter((child) => child !== title)),
  )
}

function equation(element: HtmlElement): Element {
  const children = elementsOf(element)
  const number = children.find((child) => classOf(child).includes('equation-number'))
  const math = children.find(({ tagName }) => tagName === 'math')
  return x(
    'disp-formula',
    { id: idOf(element) },
    number && x('label', {}, inlineAll(number.children)),
    math && mathml(math),
  )
}

function verse(stanza: HtmlElement): Element {
  const lines: HtmlContent[][] = [[]]
  for (const child of stanza.children) {
    if (child.type === 'element' && child.tagName === 'br') lines.push([])
    else lines.at(-1)?.push(child)
  }
  return x(
    'verse-group',
    {},
    lines.map((line) => x('verse-line', {}, inlineAll(line))),
  )
}

/** XHTML's table model, which JATS shares. */
function table(element: HtmlElement): Element {
  return x('table', {}, tableParts(element))
}

const tableNames = new Set('thead tbody tfoot tr th td colgroup col'.split(' '))
const tableAttributes: Readonly<Record<string, string>> = {
  colSpan: 'colspan',
  rowSpan: 'rowspan',
  scope: 'scope',
  span: 'span',
}

function tableParts(element: HtmlElement): ElementContent[] {
  return elementsOf(element)
    .filter(({ tagName }) => tableNames.has(tagName))
    .map((part) => {
      const attributes: Record<string, string> = {}
      for (const [name, written] of Object.entries(tableAttributes)) {
        const value = part.properties[name]
        if (value !== undefined && value !== null) attributes[written] = String(value)
      }
      const align = classOf(part).find((name) => name.startsWith('align-'))
      if (align) attributes['align'] = align.slice('align-'.length)
      const isCell = part.tagName === 'td' || part.tagName === 'th'
      return x(part.tagName, attributes, isCell ? cell(part) : tableParts(part))
    })
}

function cell(part: HtmlElement): XmlChild {
  const hasBlocks = elementsOf(part).some(({ tagName }) => blocks.has(tagName))
  return hasBlocks ? blockAll(part.children) : inlineAll(part.children)
}

/** XmlChild elements. */
export function elementsOf(element: HtmlElement): HtmlElement[] {
  return element.children.filter((child): child is HtmlElement => child.type === 'element')
}
