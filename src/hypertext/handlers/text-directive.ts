import type { Element, ElementContent } from 'hast'
import type { TextDirective } from 'mdast-util-directive'
import type { State } from 'mdast-util-to-hast'
import { directiveText, languageTag, report } from '../../diagnostics/index.js'
import { citation } from '../citation.js'
import { doubleRowNote } from '../double-row-note.js'
import { element } from '../../issue/index.js'
import { pageReference } from '../page-reference.js'
import type { Transformation } from '../transformation.js'

const wellFormedTag = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/

/** `:name[]`, `:book[]`, `:gezhu[]`, `:lang[]{lang}`, `:cite[]`, `:page[]`; of an unknown one, reported before, the text stays. */
export const textDirective =
  (transformation: Transformation) =>
  (state: State, node: TextDirective): Element | ElementContent[] | undefined => {
    const { file } = transformation
    if (node.children.length === 0) {
      report(file, directiveText, node, { name: node.name })
      return undefined
    }
    const result = convert(transformation, state, node)
    if (result && !Array.isArray(result)) state.patch(node, result)
    return result
  }

function convert(
  transformation: Transformation,
  state: State,
  node: TextDirective,
): Element | ElementContent[] | undefined {
  switch (node.name) {
    case 'name':
      return element('span', { className: ['proper-name'] }, state.all(node))
    case 'book':
      return element('cite', { className: ['book-title'] }, state.all(node))
    case 'gezhu':
      return doubleRowNote(transformation, node)
    case 'lang': {
      const lang = node.data?.attributes?.values['lang']
      if (lang && !wellFormedTag.test(lang)) report(transformation.file, languageTag, node, { tag: lang })
      return element('span', { lang }, state.all(node))
    }
    case 'cite':
      return citation(transformation, node)
    case 'page':
      return pageReference(transformation, node)
    default:
      return state.all(node)
  }
}
