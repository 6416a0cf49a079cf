import type { Element, ElementContent, Properties } from 'hast'
import { element } from '../issue/index.js'

/**
 * Dresses notes so that 多看阅读 pops them up too: the call gets its class, and the note becomes the one item of its
 * list inside the standard `aside`. The id moves to the item, because 多看 shows the element that the call names.
 */
export function duokanNotes(content: readonly ElementContent[]): ElementContent[] {
  return content.map((node) => {
    if (node.type !== 'element') return node
    const element = { ...node, children: duokanNotes(node.children) }
    switch (element.properties['epub:type']) {
      case 'noteref':
        return { ...element, properties: withClass(element.properties, 'duokan-footnote') }
      case 'footnote':
        return dressNote(element)
      default:
        return element
    }
  })
}

function dressNote(note: Element): Element {
  const { id, ...properties } = note.properties
  const item = element('li', { className: ['duokan-footnote-item'], id }, note.children)
  return {
    ...note,
    properties,
    children: [element('ol', { className: ['duokan-footnote-content'] }, [item])],
  }
}

function withClass(properties: Properties, name: string): Properties {
  const { className } = properties
  return { ...properties, className: [...(Array.isArray(className) ? className : []), name] }
}
