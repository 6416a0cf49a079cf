import type { ElementContent, Root, RootContent } from 'hast'

type Slots = Readonly<Record<string, Root>>

/**
 * Replaces every `<div data-slot="NAME">` by the children of the slot's tree. A slot that the draft does not have
 * vanishes. The template's own positions and comments are dropped: its positions would be taken for the manuscript's.
 */
export function fillSlots(template: Root, slots: Slots): Root {
  return { type: 'root', children: template.children.flatMap((child) => fill(child, slots)) }
}

function fill(node: RootContent, slots: Slots): ElementContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value }]
  if (node.type !== 'element') return []
  const { tagName, properties, children } = node
  const slot = properties['dataSlot']
  if (typeof slot === 'string') {
    const tree = Object.hasOwn(slots, slot) ? slots[slot] : undefined
    return (tree?.children ?? []).filter((child): child is ElementContent => child.type !== 'doctype')
  }
  return [{ type: 'element', tagName, properties, children: children.flatMap((child) => fill(child, slots)) }]
}
