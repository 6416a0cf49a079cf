import type { Element } from 'hast'
import type { InlineMath, Math } from 'mdast-util-math'
import type { State } from 'mdast-util-to-hast'
import { mathMeant, report } from '../../diagnostics/index.js'
import { element, text } from '../../issue/index.js'
import { mathml } from '../mathml.js'
import type { Transformation } from '../transformation.js'

/** A formula within a line. */
export const inlineMath =
  (transformation: Transformation) =>
  (state: State, node: InlineMath): Element => {
    const { source, file } = transformation
    const start = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? 0
    const written = source.slice(start, end)
    if (/^\$\s|[^$]\s\$$/.test(written) || (/^\$[^$]/.test(written) && /\d/.test(source[end] ?? ''))) {
      report(file, mathMeant, node, { written })
    }
    const result = mathml(transformation, node, node.value, false)
    state.patch(node, result)
    return result
  }

/** A formula on lines of its own; with an id it is numbered. */
export const math =
  (transformation: Transformation) =>
  (state: State, node: Math): Element => {
    const { counters, targets } = transformation
    const id = node.data?.attributes?.id
    const number = id === undefined ? undefined : ++counters.equation
    if (id !== undefined)
      targets.push({ id, kind: 'equation', number, title: node.value, position: node.position })
    const result = element('div', { className: ['equation'], id }, [
      mathml(transformation, node, node.value, true),
      ...(number === undefined
        ? []
        : [element('span', { className: ['equation-number'] }, [text(`（${number}）`)])]),
    ])
    state.patch(node, result)
    return result
  }
