import type { Element } from 'hast'
import type { AlignType, Table, TableRow } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import { element } from '../../issue/index.js'

/** `table` whose head cells have a scope; a head without any text is left out. */
export const table =
  () =>
  (state: State, node: Table): Element => {
    const [head, ...body] = node.children
    const align = node.align ?? []
    const columns = head?.children.length ?? 0
    const hasHead = head?.children.some((cell) => cell.children.length > 0) ?? false
    const result = element('table', {}, [
      ...(head && hasHead ? [element('thead', {}, [row(state, head, 'th', align, columns)])] : []),
      ...(body.length > 0
        ? [
            element(
              'tbody',
              {},
              body.map((each) => row(state, each, 'td', align, columns)),
            ),
          ]
        : []),
    ])
    state.patch(node, result)
    return result
  }

function row(
  state: State,
  node: TableRow,
  tagName: 'th' | 'td',
  align: readonly AlignType[],
  columns: number,
): Element {
  const cells = Array.from({ length: columns }, (_, column) => {
    const cell = node.children[column]
    const side = align[column]
    const result = element(
      tagName,
      { scope: tagName === 'th' ? 'col' : undefined, className: side ? [`align-${side}`] : undefined },
      cell ? state.all(cell) : [],
    )
    if (cell) state.patch(cell, result)
    return result
  })
  const result = element('tr', {}, cells)
  state.patch(node, result)
  return result
}
