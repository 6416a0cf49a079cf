/** Top of a line of a set block in px of the viewport. */
export function lineTop(block: HTMLElement, index: number): number {
  const top = block.getBoundingClientRect().top
  const irregular = block.dataset['lines']
  if (irregular !== undefined) return top + Number(irregular.split(' ')[index] ?? 0)
  const style = getComputedStyle(block)
  const first = parseFloat(style.paddingTop) + parseFloat(style.borderTopWidth)
  return top + first + index * parseFloat(style.lineHeight)
}
