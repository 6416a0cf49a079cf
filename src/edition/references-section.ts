import type { Element, Root } from 'hast'
import type { Reference } from '../issue/index.js'
import { addressId } from './address.js'
import type { Addressing } from './address-tree.js'

/** 参考文献 as a numbered list (GB/T 7714); empty when the article has none. */
export function referencesSection(references: readonly Reference[], addressing: Addressing): Root {
  if (references.length === 0) return { type: 'root', children: [] }
  const { destinations, articleId } = addressing
  const items = references.map((reference, index): Element => ({
    type: 'element',
    tagName: 'li',
    properties: {
      className: ['reference-entry'],
      id: addressId(destinations.edition, articleId, `ref-${reference.id}`),
    },
    children: [
      {
        type: 'element',
        tagName: 'span',
        properties: { className: ['reference-number'] },
        children: [{ type: 'text', value: `[${index + 1}] ` }],
      },
      { type: 'text', value: reference.text },
    ],
  }))
  return {
    type: 'root',
    children: [
      {
        type: 'element',
        tagName: 'section',
        properties: { className: ['references'], role: 'doc-bibliography' },
        children: [
          {
            type: 'element',
            tagName: 'h2',
            properties: { id: addressId(destinations.edition, articleId, 'references') },
            children: [{ type: 'text', value: '参考文献' }],
          },
          { type: 'element', tagName: 'ol', properties: { className: ['references-list'] }, children: items },
        ],
      },
    ],
  }
}
