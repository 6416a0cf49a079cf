import type { Element, ElementContent } from 'hast'
import type { Link } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import { linkDestination, linkProtocol, linkText, report, titlePrinted } from '../../diagnostics/index.js'
import { element } from '../../issue/index.js'
import { internalTarget } from '../internal-target.js'
import type { Transformation } from '../transformation.js'

/** A hyperlink, or a cross reference that the edition finishes. */
export const link =
  (transformation: Transformation) =>
  (state: State, node: Link): Element | ElementContent[] => {
    const { article, file, references } = transformation
    const children = state.all(node)
    const url = node.url.trim()
    if (node.title) report(file, titlePrinted, node, { title: node.title, kind: 'link' })
    if (url === '' || url === '#') {
      report(file, linkDestination, node, {})
      return children
    }
    const target = internalTarget(article.path, url)
    if (target) {
      const kind = children.length === 0 ? 'reference' : 'link'
      references.push({ kind, ...target, position: node.position })
      const result = element(
        'a',
        { className: ['reference'], dataTargetPath: target.path, dataTargetId: target.id },
        children,
      )
      state.patch(node, result)
      return result
    }
    if (!/^(?:https?:\/\/[^/]|mailto:.)/i.test(url)) {
      report(file, linkProtocol, node, { url })
      return children
    }
    if (children.length === 0) report(file, linkText, node, { url })
    const result = element('a', { href: url }, children)
    state.patch(node, result)
    return result
  }
