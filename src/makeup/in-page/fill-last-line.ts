/**
 * Fills the last line of a cut paragraph like any other, where a forced break stands before it: `text-align-last` would
 * fill the line that the break ends, too. A line of nothing follows, which the paragraph's height leaves no room for.
 *
 * @param height px from the paragraph's top to the cut
 */
export function fillLastLine(block: HTMLElement, height: number): void {
  const rest = document.createElement('span')
  rest.className = 'kb-filler'
  block.append(document.createElement('wbr'), rest)
  block.style.setProperty('box-sizing', 'border-box')
  block.style.setProperty('height', `${height}px`, 'important')
}

/**
 * What was cut off a paragraph whose last line had been filled is as much shorter, and what is left of it has no height of
 * its own.
 *
 * @param height px from the paragraph's top to the cut
 */
export function shortenFilled(head: HTMLElement, rest: DocumentFragment, height: number): void {
  const block = rest.querySelector('.kb-filler')?.closest<HTMLElement>('.kb-cut-rest')
  if (!block) return
  block.style.setProperty('height', `${parseFloat(block.style.height) - height}px`, 'important')
  head.style.removeProperty('height')
  head.style.removeProperty('box-sizing')
}
