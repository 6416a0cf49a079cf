/** Text without white space and without what is there for the eye alone (repeated heads, labels). */
export function textOf(element: Element): string {
  return visibleText(element).replace(/\s+/g, '')
}

function visibleText(element: Element): string {
  if (element.getAttribute('aria-hidden') === 'true') return ''
  if (element.querySelector('[aria-hidden="true"]') === null) return element.textContent ?? ''
  return [...element.childNodes]
    .map((node) => (node instanceof Element ? visibleText(node) : (node.textContent ?? '')))
    .join('')
}

/** Where two texts part, as a short quotation; undefined when they are one. */
export function difference(before: string, after: string): string | undefined {
  if (before === after) return undefined
  let at = 0
  while (at < before.length && before[at] === after[at]) at++
  return `“${before.slice(Math.max(0, at - 8), at + 12)}” became “${after.slice(Math.max(0, at - 8), at + 12)}”`
}
