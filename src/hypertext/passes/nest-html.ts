import type { Element, ElementContent, Parents, RootContent } from 'hast'
import type { Raw } from 'mdast-util-to-hast'
import type { Point } from 'unist'
import { htmlAllowed, htmlClosed, report } from '../../diagnostics/index.js'
import { element } from '../../issue/index.js'
import { joinHtmlText, readHtml } from '../read-html.js'
import type { HtmlToken } from '../read-html.js'
import { allowedAttributes } from '../html-attributes.js'
import { isAllowedElement, isVoid, mayStandIn } from '../html-elements.js'
import type { Transformation } from '../transformation.js'

type Child = ElementContent | Raw

/**
 * Makes elements of raw HTML. Tags pair up among the children of one node; what is not closed there is reported and
 * stands as if closed at the node's end, so that it takes in nothing that follows. Comments vanish.
 */
export function nestHtml(tree: Parents, transformation: Transformation): void {
  const children = tree.children as RootContent[]
  if (children.some((child) => child.type === 'raw')) {
    // A root of ours has no doctype.
    tree.children = nest(children as Child[], tree, transformation)
  }
  for (const child of tree.children) if (child.type === 'element') nestHtml(child, transformation)
}

interface Open {
  readonly tag: string
  readonly written: string
  readonly point: Point | undefined
  readonly element: Element | undefined
}

function nest(children: readonly Child[], parent: Parents, transformation: Transformation): ElementContent[] {
  const { file, locate, source, ids } = transformation
  const result: ElementContent[] = []
  const open: Open[] = []
  const parentTag = parent.type === 'element' ? parent.tagName : 'root'

  const inner = (): Open | undefined => open.findLast((each) => each.element !== undefined)
  const add = (node: ElementContent): void => {
    const owner = inner()?.element
    if (owner) owner.children.push(node)
    else result.push(node)
  }

  for (const child of children) {
    if (child.type !== 'raw') {
      add(child)
      continue
    }
    const start = child.position?.start.offset
    const end = child.position?.end.offset ?? 0
    const exact = start !== undefined && source.slice(start, end) === child.value
    const pointOf = (token: HtmlToken): Point | undefined =>
      start === undefined ? undefined : locate(start + (exact ? token.offset : 0))
    for (const token of readHtml(child.value)) take(token, pointOf(token))
  }
  for (const { written, point } of open) report(file, htmlClosed, point, { tag: written, problem: 'open' })
  return wrapPhrasing(result, parentTag)

  function take(token: HtmlToken, point: Point | undefined): void {
    if (token.kind === 'text') {
      const owner = inner()
      const value = joinHtmlText(token.value)
      if (value !== '' && !(value.trim() === '' && isStructural(owner?.tag ?? parentTag)))
        add({ type: 'text', value })
    } else if (token.kind === 'unreadable') {
      report(file, htmlClosed, point, { tag: token.written, problem: 'unreadable' })
    } else if (token.kind === 'close') close(token.tag, token.written, point)
    else openTag(token, point)
  }

  function openTag(token: Extract<HtmlToken, { kind: 'open' }>, point: Point | undefined): void {
    const { tag, written } = token
    const isBare = tag === 'rb'
    const allowed = isAllowedElement(tag) && (isBare || mayStandIn(tag, inner()?.tag ?? parentTag))
    if (!allowed) report(file, htmlAllowed, point, { written: `<${tag}>`, kind: 'element' })
    const properties = allowed ? allowedAttributes(tag, token.attributes, file, point) : {}
    if (typeof properties['id'] === 'string')
      ids.claim(properties['id'], { type: 'html', ...positionAt(point) })
    // `rb` is no longer HTML: its content alone is the base.
    const made = allowed && !isBare ? element(tag, properties) : undefined
    if (made) add(made)
    if (!isVoid(tag) && !token.selfClosing) open.push({ tag, written, point, element: made })
  }

  function close(tag: string, written: string, point: Point | undefined): void {
    if (isVoid(tag)) return
    const index = open.findLastIndex((each) => each.tag === tag)
    if (index === -1) {
      report(file, htmlClosed, point, { tag: written, problem: 'close' })
      return
    }
    for (const each of open.slice(index + 1)) {
      report(file, htmlClosed, each.point, { tag: each.written, problem: 'open' })
    }
    open.length = index
  }
}

function positionAt(point: Point | undefined): { position?: { start: Point; end: Point } } {
  return point ? { position: { start: point, end: point } } : {}
}

function isStructural(tag: string): boolean {
  return [
    'root',
    'table',
    'thead',
    'tbody',
    'tfoot',
    'tr',
    'colgroup',
    'blockquote',
    'section',
    'aside',
    'div',
    'figure',
  ].includes(tag)
}

/** HTML on lines of its own may leave text directly in a block: that is a paragraph. */
function wrapPhrasing(children: readonly ElementContent[], parentTag: string): ElementContent[] {
  if (!['root', 'blockquote', 'section', 'aside', 'div'].includes(parentTag)) return [...children]
  const result: ElementContent[] = []
  let run: ElementContent[] = []
  const flush = (): void => {
    if (run.some((node) => node.type === 'element' || (node.type === 'text' && node.value.trim() !== ''))) {
      result.push(element('p', {}, run))
    } else result.push(...run)
    run = []
  }
  for (const child of children) {
    if (child.type === 'text' || (child.type === 'element' && isPhrasing(child.tagName))) run.push(child)
    else {
      flush()
      result.push(child)
    }
  }
  flush()
  return result
}

function isPhrasing(tag: string): boolean {
  return !/^(?:p|h[1-6]|ul|ol|li|blockquote|hr|pre|dl|dt|dd|table|figure|aside|section|div)$/.test(tag)
}
