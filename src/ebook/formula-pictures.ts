import type { Element, Root, RootContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { toString } from 'hast-util-to-string'
import { type Asset, element, type ImageFiles } from '../issue/index.js'
import { annotationOf } from './finish-content.js'

/** A formula drawn for readers that cannot set MathML. */
export interface FormulaPicture {
  /** Its size is that of the formula beside text of 16 px. */
  readonly asset: Asset
  /** From the lower edge of the picture up to the base line of the text, in em. */
  readonly depth: number
}

/** What tells two formulas apart: their MathML. */
export function formulaKey(math: Element): string {
  return toHtml(math, { space: 'html' })
}

/** Every formula of a tree once. */
export function formulasOf(tree: Root): Element[] {
  const found = new Map<string, Element>()
  const visit = (node: RootContent): void => {
    if (node.type !== 'element') return
    if (node.tagName === 'math') found.set(formulaKey(node), node)
    else node.children.forEach(visit)
  }
  tree.children.forEach(visit)
  return [...found.values()]
}

/**
 * Puts each formula's picture behind it: `altimg` for readers that know this attribute (MathML 3 §2.2.1), and an `img`
 * that the style sheet shows where MathML is not set.
 */
export function formulaPictures(
  tree: Root,
  pictures: ReadonlyMap<string, FormulaPicture>,
  images: ImageFiles,
): Root {
  return { ...tree, children: tree.children.map((child) => place(child, pictures, images)) }
}

function place<Node extends RootContent>(
  node: Node,
  pictures: ReadonlyMap<string, FormulaPicture>,
  images: ImageFiles,
): Node {
  if (node.type !== 'element') return node
  const own: Element = node
  const picture = own.tagName === 'math' ? pictures.get(formulaKey(own)) : undefined
  if (picture === undefined) {
    // A copy of an element is one.
    return { ...own, children: own.children.map((child) => place(child, pictures, images)) } as Node
  }
  const { asset, depth } = picture
  const height = `${(asset.height / 16).toFixed(3)}em`
  const shift = `${(-depth).toFixed(3)}em`
  const { name } = images.add(asset)
  const math = {
    ...own,
    properties: { ...own.properties, altimg: name, 'altimg-height': height, 'altimg-valign': shift },
  }
  const image = element('img', {
    className: ['formula-picture'],
    src: asset.path,
    alt: String(own.properties['alttext'] ?? annotationOf(own) ?? toString(own)),
    style: `height: ${height}; width: auto; vertical-align: ${shift}`,
  })
  return element('span', { className: ['formula'] }, [math, image]) as Node
}
