import type { Element } from 'hast'
import type { TextDirective } from 'mdast-util-directive'
import { toString } from 'mdast-util-to-string'
import { referenceTarget, report } from '../diagnostics/index.js'
import { element } from '../issue/index.js'
import { internalTarget } from './internal-target.js'
import type { Transformation } from './transformation.js'

/** `:page[#x]`, `:page[file.md]`, `:page[file.md#x]`: 第N页, whose number the edition fills in. */
export function pageReference(
  { article, file, references }: Transformation,
  node: TextDirective,
): Element | undefined {
  const written = toString(node).trim()
  const target = internalTarget(article.path, written)
  if (!target) {
    report(file, referenceTarget, node, {
      written,
      problem: 'id',
      proposal: /^[A-Za-z][\w-]*$/.test(written) ? `:page[#${written}]` : undefined,
    })
    return undefined
  }
  references.push({ kind: 'page', ...target, position: node.position })
  return element('a', {
    className: ['page-reference'],
    dataTargetPath: target.path,
    dataTargetId: target.id,
  })
}
