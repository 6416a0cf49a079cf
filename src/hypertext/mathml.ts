import type { Element, ElementContent } from 'hast'
import type { Node } from 'unist'
import { fromHtml } from 'hast-util-from-html'
import temml from 'temml'
import { mathNotEmpty, mathReadable, report } from '../diagnostics/index.js'
import { element, text } from './element.js'
import type { Transformation } from './transformation.js'

const forbidden =
  /\\(?:href|url|includegraphics|class|id|style|data|htmlClass|htmlId|htmlStyle|htmlData)(?![A-Za-z])/

/**
 * TeX as MathML, with the TeX as `alttext`. Nothing that could lead out of the document is let through. A mistake is
 * reported where it stands, and the TeX stays as `mtext`.
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
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? start
  const inside = source.slice(start, end).indexOf(tex)
  const place = (offset: number | undefined): Parameters<typeof report>[2] =>
    offset === undefined || inside === -1 ? node : locate(start + inside + offset)
  const refused = tex.match(forbidden)
  if (refused) {
    report(file, mathReadable, place(refused.index), { problem: refused[0] })
    return math(display, tex, [element('mtext', {}, [text(tex)])])
  }
  try {
    const markup = temml.renderToString(tex, {
      displayMode: display,
      throwOnError: true,
      strict: true,
      trust: false,
      maxExpand: 1000,
    })
    const [tree] = fromHtml(markup, { fragment: true }).children
    return math(display, tex, tree?.type === 'element' ? tree.children.flatMap(clean) : [])
  } catch (error) {
    // Temml throws its ParseError, with a position from 0 when it knows one.
    const { message, position } = error as { message?: string; position?: number }
    report(file, mathReadable, place(position), { problem: reason(message ?? '') })
    return math(display, tex, [element('mtext', {}, [text(tex)])])
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

/** Temml's class names belong to its style sheet and its inline styles to its fonts. */
function clean(node: ElementContent): ElementContent[] {
  if (node.type === 'text') return [text(node.value)]
  if (node.type !== 'element') return []
  const properties = Object.entries(node.properties).filter(
    ([name]) => name !== 'className' && name !== 'style' && name !== 'id',
  )
  return [element(node.tagName, Object.fromEntries(properties), node.children.flatMap(clean))]
}

function reason(message: string): string {
  return (
    message
      .replace(/^(?:Temml )?ParseError:\s*/i, '')
      .split('\n', 1)[0]
      ?.trim() ?? ''
  )
}
