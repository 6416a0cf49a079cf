import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import type { Asset } from '../../issue/index.js'

const links = new Set(['href', 'xLinkHref'])
const idLists = new Set(['ariaLabelledBy', 'ariaDescribedBy'])

/**
 * A drawing as part of the document in place of its `img`: only so can its text be set in the theme's faces, since a
 * picture may load nothing. It was checked on loading: no scripts, no references to anything outside.
 *
 * @param prefix put before the drawing's own ids, so that two drawings do not meet
 * @throws Error when the file holds no `svg` element: loading should have reported it
 */
export function inlineDrawing(image: Element, asset: Asset, prefix: string): Element {
  const tree = fromHtml(new TextDecoder().decode(asset.bytes), { fragment: true, space: 'svg' })
  const svg = tree.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'svg',
  )
  if (svg === undefined) throw new Error(`The drawing ${asset.path} holds no svg element`)
  visit(svg, 'element', (node) => prefixIds(node, prefix))
  const { alt, className } = image.properties
  const hidden = alt === undefined || alt === ''
  return {
    ...svg,
    properties: {
      ...svg.properties,
      id: undefined,
      viewBox: svg.properties['viewBox'] ?? `0 0 ${asset.width} ${asset.height}`,
      width: asset.width,
      height: asset.height,
      className,
      ...(hidden ? { ariaHidden: 'true' } : { role: 'img', ariaLabel: alt }),
    },
  }
}

/** Ids are named by `id`, `href="#id"`, `url(#id)` and lists such as `aria-labelledby`. */
function prefixIds({ properties }: Element, prefix: string): void {
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'id') properties[name] = `${prefix}${String(value)}`
    else if (idLists.has(name)) properties[name] = String(value).replaceAll(/[^\s,]+/gu, `${prefix}$&`)
    else if (links.has(name)) properties[name] = String(value).replace(/^#/u, `#${prefix}`)
    else if (typeof value === 'string')
      properties[name] = value.replaceAll(/url\(\s*(["']?)#/gu, `url($1#${prefix}`)
  }
}
