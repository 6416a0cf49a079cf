import type { Element, ElementContent, Parents, RootContent } from 'hast'
import { element } from '../../issue/index.js'
import { isWide } from '../is-chinese.js'

/** Elements within emphasis that keep their own form. */
const whole = new Set(['ruby', 'code', 'math', 'img', 'br', 'sup', 'sub', 'kbd'])

/**
 * Parts emphasis into runs: dots (着重号) below Chinese, italics for runs of letters. Figures and marks go with what
 * stands before them, or else after. Elements inside are parted in turn.
 */
export function splitEmphasis(tree: Parents): void {
  const children: RootContent[] = []
  for (const child of tree.children) {
    if (child.type === 'element') splitEmphasis(child)
    if (child.type === 'element' && child.tagName === 'em' && child.properties['className'] === undefined) {
      children.push(...emphasise(child.children, child))
    } else children.push(child)
  }
  // Emphasis is replaced by what stands wherever it stands.
  tree.children = children as ElementContent[]
}

function emphasise(children: readonly ElementContent[], emphasis: Element): ElementContent[] {
  const result: ElementContent[] = []
  for (const child of children) {
    if (child.type === 'text') {
      for (const run of runs(child.value))
        result.push(mark(emphasis, run.isChinese, [{ type: 'text', value: run.value }]))
    } else if (child.type !== 'element' || isCall(child) || child.tagName === 'em') result.push(child)
    else if (whole.has(child.tagName)) {
      result.push(child.tagName === 'ruby' ? mark(emphasis, true, [child]) : child)
    } else result.push({ ...child, children: emphasise(child.children, emphasis) })
  }
  return join(result)
}

function mark(emphasis: Element, isChinese: boolean, children: readonly ElementContent[]): Element {
  const made = element('em', { className: isChinese ? ['dots'] : undefined }, children)
  return emphasis.position ? { ...made, position: emphasis.position } : made
}

function isCall({ properties }: Element): boolean {
  return properties['role'] === 'doc-noteref'
}

function runs(value: string): { readonly value: string; readonly isChinese: boolean }[] {
  const result: { value: string; isChinese: boolean }[] = []
  let neutral = ''
  for (const character of value) {
    const isChinese = isWide(character)
    if (!isChinese && !/\p{L}/u.test(character)) {
      neutral += character
      continue
    }
    const last = result.at(-1)
    if (last?.isChinese === isChinese) last.value += neutral + character
    else {
      if (last) last.value += neutral
      result.push({ value: (last ? '' : neutral) + character, isChinese })
    }
    neutral = ''
  }
  const last = result.at(-1)
  if (last) last.value += neutral
  else if (neutral !== '') result.push({ value: neutral, isChinese: true })
  return result
}

/** Neighbours of the same kind become one. */
function join(children: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = []
  for (const child of children) {
    const last = result.at(-1)
    if (
      last?.type === 'element' &&
      child.type === 'element' &&
      last.tagName === 'em' &&
      child.tagName === 'em' &&
      String(last.properties['className']) === String(child.properties['className'])
    ) {
      result.splice(-1, 1, { ...last, children: [...last.children, ...child.children] })
    } else result.push(child)
  }
  return result
}
