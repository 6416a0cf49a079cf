import type { Element } from 'hast'
import type { Code } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import { codeLanguage, report } from '../../diagnostics/index.js'
import { element, text } from '../../issue/index.js'
import type { Transformation } from '../transformation.js'

/** `pre > code.language-x`. */
export const code =
  ({ file }: Transformation) =>
  (state: State, node: Code): Element => {
    if (node.meta) report(file, codeLanguage, node, { written: node.meta })
    const className = node.lang ? [`language-${node.lang}`] : undefined
    const result = element('pre', {}, [element('code', { className }, [text(`${node.value}\n`)])])
    state.patch(node, result)
    return result
  }
