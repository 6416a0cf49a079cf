import type { Element, Parents, Text } from 'hast'
import { element } from '../../issue/index.js'

/**
 * Two names or titles side by side have two lines below them, not one: the first of them is `parted`, and its last
 * character stands in `span.line-end`, so that a style sheet can end the line short of the next (CLREQ 3.1.8).
 */
export function partNames(parent: Parents): void {
  for (const [index, child] of parent.children.entries()) {
    if (child.type !== 'element') continue
    partNames(child)
    const next = parent.children[index + 1]
    if (next?.type === 'element' && isLined(child) && isLined(next)) part(child)
  }
}

function isLined({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && (className.includes('proper-name') || className.includes('book-title'))
}

function part(name: Element): void {
  const last = name.children.at(-1)
  // A name that ends in ruby or code keeps its whole line.
  if (last?.type !== 'text' || last.value === '') return
  const end = [...last.value].at(-1) ?? ''
  const rest = last.value.slice(0, -end.length)
  const tail: Text = { type: 'text', value: end }
  name.properties['className'] = [...(name.properties['className'] as string[]), 'parted']
  name.children.splice(
    -1,
    1,
    ...(rest === '' ? [] : [{ ...last, value: rest }]),
    element('span', { className: ['line-end'] }, [tail]),
  )
}
