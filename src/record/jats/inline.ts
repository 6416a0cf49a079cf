import type { Element as HtmlElement, ElementContent as HtmlContent } from 'hast'
import { toXast } from 'hast-util-to-xast'
import type { Element, ElementContent } from 'xast'
import { x, type XmlChild } from '../../issue/index.js'
import { classOf } from './html-element.js'
import { xmlId } from './xml-id.js'

/** What the elements of the text's lines are called in JATS. Those that are missing here give their content alone. */
const names: Readonly<Record<string, readonly [string, Readonly<Record<string, string>>]>> = {
  strong: ['bold', {}],
  b: ['bold', {}],
  i: ['italic', {}],
  em: ['italic', {}],
  sub: ['sub', {}],
  sup: ['sup', {}],
  code: ['monospace', {}],
  kbd: ['monospace', {}],
  samp: ['monospace', {}],
  del: ['strike', {}],
  s: ['strike', {}],
  ins: ['underline', {}],
  u: ['underline', {}],
  small: ['styled-content', { 'style-type': 'small' }],
  mark: ['styled-content', { 'style-type': 'mark' }],
  q: ['styled-content', { 'style-type': 'quotation' }],
  abbr: ['abbrev', {}],
  cite: ['named-content', { 'content-type': 'cited-work' }],
}

/** Our own classes, which say more than the element. */
const classes: Readonly<Record<string, readonly [string, Readonly<Record<string, string>>]>> = {
  dots: [
    'styled-content',
    { 'style-type': 'emphasis-dots', style: 'text-emphasis: dot; text-emphasis-position: under right' },
  ],
  'proper-name': ['named-content', { 'content-type': 'proper-name' }],
  'book-title': ['named-content', { 'content-type': 'book-title' }],
  checkbox: ['styled-content', { 'style-type': 'checkbox' }],
}

/** The content of a line of text as JATS. */
export function inlineAll(children: readonly HtmlContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return [{ type: 'text', value: child.value }]
    return child.type === 'element' ? inline(child) : []
  })
}

function inline(element: HtmlElement): ElementContent[] {
  const { tagName, properties } = element
  const content = inlineAll(element.children)
  switch (tagName) {
    case 'a':
      return [link(element, content)]
    case 'br':
      return [x('break', {})]
    case 'wbr':
      return []
    case 'math':
      return [x('inline-formula', {}, mathml(element))]
    case 'img':
      return [inlineGraphic(element)]
    case 'ruby':
      return rubies(element)
    default: {
      const known = classOf(element)
        .map((name) => classes[name])
        .find((each) => each !== undefined)
      const [name, attributes] = known ?? names[tagName] ?? []
      const language = typeof properties['lang'] === 'string' ? properties['lang'] : undefined
      if (name !== undefined) return [x(name, { ...attributes, 'xml:lang': language }, content)]
      if (language === undefined) return content
      return [x('named-content', { 'content-type': 'foreign', 'xml:lang': language }, content)]
    }
  }
}

/** MathML in its own prefix, as JATS has it. */
export function mathml(element: HtmlElement): Element {
  // An element becomes an element.
  return prefixed(toXast(element) as Element, true)
}

function prefixed(element: Element, isRoot: boolean): Element {
  const { xmlns: _, ...attributes } = element.attributes
  return {
    ...element,
    name: `mml:${element.name}`,
    attributes: isRoot
      ? attributes
      : Object.fromEntries(Object.entries(attributes).filter(([name]) => name !== 'class')),
    children: element.children.map((child) => (child.type === 'element' ? prefixed(child, false) : child)),
  }
}

/** A link within the article is an `xref`, one to another article leads to that article's own file. */
function link(element: HtmlElement, content: readonly XmlChild[]): Element {
  const href = element.properties['href'] ?? ''
  if (href.startsWith('#')) {
    const id = decodeURIComponent(href.slice(1))
    return x('xref', { 'ref-type': refType(element, id), rid: xmlId(id) }, content)
  }
  const other = /^([\w-]+)\.html(?:#(.*))?$/.exec(href)
  const target = other ? `${other[1]}.xml${other[2] ? `#${xmlId(decodeURIComponent(other[2]))}` : ''}` : href
  return x('ext-link', { 'ext-link-type': other ? 'article' : 'uri', 'xlink:href': target }, content)
}

function refType(element: HtmlElement, id: string): string {
  if (element.properties['role'] === 'doc-noteref') return 'fn'
  if (id.startsWith('ref-')) return 'bibr'
  const text = element.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
  if (text.startsWith('图')) return 'fig'
  if (text.startsWith('表')) return 'table'
  return text.startsWith('式') ? 'disp-formula' : 'other'
}

function inlineGraphic({ properties }: HtmlElement): Element {
  const alt = typeof properties['alt'] === 'string' ? properties['alt'] : ''
  return x(
    'inline-graphic',
    { 'xlink:href': String(properties['src']) },
    alt === '' ? undefined : x('alt-text', {}, alt),
  )
}

/** One `ruby` for each base: in JATS a ruby has one base and one text. */
function rubies(element: HtmlElement): ElementContent[] {
  const result: ElementContent[] = []
  let base: HtmlContent[] = []
  for (const child of element.children) {
    if (child.type !== 'element' || (child.tagName !== 'rt' && child.tagName !== 'rp')) base.push(child)
    else if (child.tagName === 'rt') {
      result.push(x('ruby', {}, x('rb', {}, inlineAll(base)), x('rt', {}, inlineAll(child.children))))
      base = []
    }
  }
  return [...result, ...inlineAll(base)]
}
