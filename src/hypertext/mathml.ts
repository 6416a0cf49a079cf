import type { Element, ElementContent } from 'hast'
import type { Node } from 'unist'
import temml from 'temml'
import { mathNotEmpty, mathReadable, report } from '../diagnostics/index.js'
import { cleanMathml } from './clean-mathml.js'
import { element, text } from '../issue/index.js'
import { readMathml } from './read-mathml.js'
import type { Transformation } from './transformation.js'

/**
 * What leads out of the formula, what MathML Core cannot draw, numbers of its own, and comments, whose text would be
 * lost without a word.
 */
const refused =
  /\\(?:href|url|includegraphics|class|id|style|data|htmlClass|htmlId|htmlStyle|htmlData|tag|label|ref|eqref|[bx]?cancel|cancelto|sout)(?![A-Za-z])|(?<!\\)(?:\\\\)*%/

/**
 * TeX as MathML, with the TeX as `alttext`. Chinese may stand in it without `\text`. A mistake is reported where it
 * stands, and the TeX stays as `mtext`.
 */
export function mathml(
  { file, locate, source }: Transformation,
  node: Node,
  tex: string,
  display: boolean,
): Element {
  if (tex.trim() === '') {
    report(file, mathNotEmpty, node, {})
    return math(display, tex, [])
  }
  const fail = (problem: string, offset: number | undefined): Element => {
    const start = node.position?.start.offset ?? 0
    const inside = source.slice(start, node.position?.end.offset).indexOf(tex)
    const place = offset === undefined || inside === -1 ? node : locate(start + inside + offset)
    report(file, mathReadable, place, { problem })
    return math(display, tex, [element('mtext', {}, [text(tex)])])
  }
  const found = tex.match(refused)
  if (found) return fail(found[0], found.index)
  try {
    const options = { displayMode: display, throwOnError: true, strict: false, trust: false, maxExpand: 1000 }
    const [tree] = readMathml(temml.renderToString(tex, options))
    return math(display, tex, tree?.type === 'element' ? cleanMathml(tree.children) : [])
  } catch (error) {
    // Temml throws its ParseError, with a position from 0 when it knows one.
    const { message, position } = error as { message?: string; position?: number }
    return fail(reason(message ?? ''), position)
  }
}

function math(display: boolean, tex: string, children: readonly ElementContent[]): Element {
  return element(
    'math',
    {
      xmlns: 'http://www.w3.org/1998/Math/MathML',
      display: display ? 'block' : undefined,
      alttext: tex.trim(),
    },
    children,
  )
}

/** Temml's message without the formula that it repeats. */
function reason(message: string): string {
  return message
    .replace(/^(?:Temml )?ParseError:\s*/i, '')
    .replace(/ at (?:position \d+|end of input):[^]*$/, '')
    .trim()
}
