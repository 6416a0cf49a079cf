import type { Element, Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { type Asset, writeXml } from '../issue/index.js'

/** Prefixes that SVG itself speaks. */
const own = new Set(['xml', 'xlink', 'xmlns'])

/**
 * A drawing as it goes into an ebook: without comments, processing instructions, `metadata` and what drawing programs
 * leave in name spaces of their own; with a `viewBox`, without which it would be cropped where it is made smaller. It
 * was checked on loading: no scripts, nothing from outside.
 */
export function cleanDrawing({ bytes, width, height }: Asset): Uint8Array {
  const root: Root = fromXml(new TextDecoder().decode(bytes))
  const svg = root.children.find((child): child is Element => child.type === 'element')
  if (svg === undefined) return bytes
  const { attributes, ...cleaned } = clean(svg)
  const viewBox = attributes['viewBox'] ?? `0 0 ${width} ${height}`
  return new TextEncoder().encode(writeXml({ ...cleaned, attributes: { ...attributes, viewBox } }))
}

function clean(element: Element): Element {
  const attributes = Object.entries(element.attributes).filter(([name]) => !isForeign(name) && isKept(name))
  const children = element.children.flatMap((child): Element['children'] => {
    if (child.type === 'text' || child.type === 'cdata') return [child]
    if (child.type !== 'element' || child.name === 'metadata' || isForeign(child.name)) return []
    return [clean(child)]
  })
  return { ...element, attributes: Object.fromEntries(attributes), children }
}

function isForeign(name: string): boolean {
  const [prefix = '', local] = name.split(':')
  return local !== undefined && !own.has(prefix)
}

/** Name spaces that are spoken no more need not be declared. */
function isKept(name: string): boolean {
  return !name.startsWith('xmlns:') || name === 'xmlns:xlink'
}
