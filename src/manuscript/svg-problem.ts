import type { Node } from 'unist'
import type { Element } from 'xast'
import type { Bilingual } from '../diagnostics/index.js'

/** Elements that run a script, hold a foreign document or fetch one. */
const foreign = new Set([
  'script',
  'foreignobject',
  'handler',
  'iframe',
  'object',
  'embed',
  'audio',
  'video',
  'canvas',
])

/** What one node of an SVG must not have, if it has it. */
export function* svgProblem(node: Node): Generator<Bilingual> {
  if (node.type === 'doctype') {
    yield { en: 'a document type declaration (<!DOCTYPE>)', zh: '文档类型声明（<!DOCTYPE>）' }
  } else if (node.type === 'instruction' && 'name' in node && node.name === 'xml-stylesheet') {
    yield { en: 'an external style sheet (<?xml-stylesheet?>)', zh: '外部样式表（<?xml-stylesheet?>）' }
  } else if (isElement(node)) {
    yield* elementProblems(node)
  }
}

function* elementProblems(element: Element): Generator<Bilingual> {
  const name = localName(element.name)
  if (foreign.has(name)) yield { en: `the element <${element.name}>`, zh: `元素 <${element.name}>` }
  if (name === 'style') {
    const css = element.children.map((child) => ('value' in child ? child.value : '')).join('')
    yield* cssProblems(css)
  }
  for (const [attribute, value] of Object.entries(element.attributes)) {
    const local = localName(attribute)
    if (local.startsWith('on')) {
      yield { en: `the event attribute ${attribute}`, zh: `事件属性 ${attribute}` }
    } else if (local === 'href' || local === 'src') {
      if (!isEmbedded(value ?? '')) yield externalReference(value ?? '')
    } else if (attribute === 'xml:base') {
      yield externalReference(value ?? '')
    } else if (/[\\(@]/.test(value ?? '')) {
      yield* cssProblems(value ?? '')
    }
    if (local === 'attributename' && /href$|^on/i.test((value ?? '').trim())) {
      yield { en: `an animation of ${value}`, zh: `对 ${value} 的动画` }
    }
  }
}

function* cssProblems(written: string): Generator<Bilingual> {
  const css = written
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/\\([\da-f]{1,6})\s?/gi, (_, hex: string) => {
      const codePoint = Number.parseInt(hex, 16)
      return codePoint > 0x10ffff ? '' : String.fromCodePoint(codePoint)
    })
    .replaceAll(/\\(?=[a-z])/gi, '')
  if (/@import/i.test(css)) yield { en: 'an @import of a style sheet', zh: '用 @import 引入的样式表' }
  for (const [, address = ''] of css.matchAll(/url\(\s*["']?([^"')]*)/gi)) {
    if (!isEmbedded(address)) yield externalReference(address)
  }
  if (/(?:image-set|cross-fade|\bsrc|\bimage)\s*\(\s*["']/i.test(css)) yield externalReference('image-set(…)')
}

/** A place in the same drawing, or a pixel picture within it. */
function isEmbedded(address: string): boolean {
  const plain = address.trim()
  return plain === '' || plain.startsWith('#') || /^data:image\/(?:png|jpe?g|gif|webp)[;,]/i.test(plain)
}

function externalReference(address: string): Bilingual {
  const short = address.length > 60 ? `${address.slice(0, 60)}…` : address
  return { en: `a reference to something outside it (${short})`, zh: `对外部内容的引用（${short}）` }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase()
}

function isElement(node: Node): node is Element {
  return node.type === 'element'
}
