import type { Element, ElementContent } from 'hast'
import type { List, ListItem } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import { element, text } from '../../issue/index.js'

/** `ul` or `ol`; an item of a tight list holds its text without `p`, a task has a box that is not only a glyph. */
export const list =
  () =>
  (state: State, node: List): Element => {
    const loose = node.spread || node.children.some((item) => item.spread ?? item.children.length > 1)
    const start = node.ordered && typeof node.start === 'number' && node.start !== 1 ? node.start : undefined
    const result = element(
      node.ordered ? 'ol' : 'ul',
      { start },
      node.children.map((item) => listItem(state, item, loose)),
    )
    state.patch(node, result)
    return result
  }

function listItem(state: State, node: ListItem, loose: boolean): Element {
  const isTask = typeof node.checked === 'boolean'
  const content = state
    .all(node)
    .flatMap((child): ElementContent[] =>
      !loose && child.type === 'element' && child.tagName === 'p' ? child.children : [child],
    )
  const box = isTask ? [checkbox(node.checked === true), text(' ')] : []
  const [first, ...rest] = content
  const children =
    isTask && first?.type === 'element' && first.tagName === 'p'
      ? [{ ...first, children: [...box, ...first.children] }, ...rest]
      : [...box, ...content]
  const result = element('li', { className: isTask ? ['task'] : undefined }, children)
  state.patch(node, result)
  return result
}

function checkbox(done: boolean): Element {
  return element('span', { className: ['checkbox'], role: 'img', ariaLabel: done ? '已完成' : '未完成' }, [
    text(done ? '☑' : '☐'),
  ])
}
