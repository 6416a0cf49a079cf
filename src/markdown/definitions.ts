import type { Definition, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { visit } from 'unist-util-visit'
import { definitionIsLink, definitionUsed, report } from '../diagnostics/index.js'

/**
 * Puts the URLs of link definitions where they are used, and takes the definitions away, so that later stages know
 * only `link` and `image`. A definition that nothing uses is reported: its line would vanish without a word.
 */
export function remarkDefinitions() {
  return (tree: Root, file: VFile): undefined => {
    const definitions = new Map<string, Definition>()
    const used = new Set<string>()
    const all: Definition[] = []
    visit(tree, 'definition', (node) => {
      all.push(node)
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
    })
    if (all.length === 0) return
    visit(tree, (node) => {
      if (!('children' in node)) return
      const children = node.children.flatMap((child): RootContent[] => {
        if (child.type === 'definition') return []
        if (child.type !== 'linkReference' && child.type !== 'imageReference') return [child]
        const definition = definitions.get(child.identifier)
        if (!definition) return [child]
        used.add(child.identifier)
        const { url, title } = definition
        const rest = { url, title: title ?? null, ...(child.position ? { position: child.position } : {}) }
        return child.type === 'linkReference'
          ? [{ type: 'link', children: child.children, ...rest }]
          : [{ type: 'image', alt: child.alt ?? null, ...rest }]
      })
      // References are replaced by links and images, which stand wherever they may.
      node.children = children
    })
    for (const definition of all) {
      const label = definition.label ?? definition.identifier
      if (definitions.get(definition.identifier) !== definition) {
        report(file, definitionUsed, definition, { label, doubled: true })
      } else if (!used.has(definition.identifier)) {
        if (leadsSomewhere(definition.url))
          report(file, definitionUsed, definition, { label, doubled: false })
        else report(file, definitionIsLink, definition, { label, url: definition.url })
      }
    }
  }
}

/** A URL, a path or a fragment rather than a word of text. */
function leadsSomewhere(url: string): boolean {
  return /^[\x21-\x7e]+$/.test(url) && /[:/.#]/.test(url)
}
