/** Text without white space and without what is there for the eye alone (repeated heads, labels). */
export function textOf(node: Node): string {
  let text = ''
  const visit = (at: Node): void => {
    if (at instanceof Text) text += at.data
    else if (!(at instanceof Element && at.getAttribute('aria-hidden') === 'true'))
      at.childNodes.forEach(visit)
  }
  visit(node)
  return text.replace(/\s+/g, '')
}

/** Where two texts part, as a short quotation; undefined when they are one. */
export function difference(before: string, after: string): string | undefined {
  if (before === after) return undefined
  let at = 0
  while (at < before.length && before[at] === after[at]) at++
  return `“${before.slice(Math.max(0, at - 8), at + 12)}” became “${after.slice(Math.max(0, at - 8), at + 12)}”`
}
