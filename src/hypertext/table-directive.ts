import type { Element } from 'hast'
import type { RootContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import type { State } from 'mdast-util-to-hast'
import { report, tableOne } from '../diagnostics/index.js'
import { directiveLabel } from './directive-label.js'
import { element } from '../issue/index.js'
import { credit } from './figure-directive.js'
import { caption, spans } from './figure.js'
import { plainText } from './plain-text.js'
import type { Transformation } from './transformation.js'

/** `:::table[caption]`: caption above, one table (Markdown or HTML), source and notes below (CY/T 170-2019). */
export function tableDirective(
  transformation: Transformation,
  state: State,
  node: ContainerDirective,
): Element {
  const attributes = node.data?.attributes
  const label = directiveLabel(node)
  const content = node.children.filter((child) => child !== label)
  const [from, to] = tableRange(content)
  const tables = countTables(content)
  if (tables !== 1) report(transformation.file, tableOne, node.position?.start, { tables })
  const { id, figcaption } = caption(transformation, {
    kind: 'table',
    node,
    attributes,
    content: label ? state.all(label) : [],
    title: label ? plainText(label, transformation).trim() : '',
  })
  const before = content.slice(0, from)
  const after = content.slice(to)
  const table = state.all({ ...node, children: content.slice(from, to) })
  return element('figure', { className: ['table', ...spans(attributes)], id }, [
    ...figcaption,
    ...table,
    ...credit(state, node, [...before, ...after]),
  ])
}

/** The children that make the table: one node, or those from `<table>` to `</table>`. */
function tableRange(content: readonly RootContent[]): [number, number] {
  const from = content.findIndex((child) => child.type === 'table' || opens(child))
  const first = content[from]
  if (!first) return [content.length, content.length]
  if (first.type === 'table') return [from, from + 1]
  const end = content.findIndex(
    (child, index) => index >= from && child.type === 'html' && /<\/table\s*>/i.test(child.value),
  )
  return [from, (end === -1 ? from : end) + 1]
}

function opens(child: RootContent): boolean {
  return child.type === 'html' && /<table\b/i.test(child.value)
}

function countTables(content: readonly RootContent[]): number {
  let count = 0
  for (const child of content) {
    if (child.type === 'table') count++
    if (child.type === 'html') count += child.value.match(/<table\b/gi)?.length ?? 0
  }
  return count
}
