import type { MarkedDocument, MarkedLine, MarkedPair } from './marked-document.js'

/**
 * Puts an empty element with an id into each line of running text, at its beginning, and links to it: Chromium then writes where
 * it came to stand into the printed file as a named destination. Lines break on pages as they do without, for they are as
 * long. Runs in the page, and so uses nothing from outside.
 */
export function markDocument(): MarkedDocument {
  const blocks = 'p, li, dt, dd, pre, h2, h3, h4, h5, h6'
  const outside = '.opener, figure, table, .notes, .article-notes, [hidden]'
  const range = document.createRange()
  let marks = 0

  const startsOf = (block: HTMLElement): [Text, number][] => {
    const starts: [Text, number][] = []
    const half = parseFloat(getComputedStyle(block).lineHeight) / 2 || 8
    let top = Number.NaN
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
      if (node.parentElement?.closest('rt, rp, math, sup, sub, .note-call')) continue
      for (let offset = 0; offset < node.length; offset++) {
        range.setStart(node, offset)
        range.setEnd(node, offset + 1)
        const rect = range.getClientRects()[0]
        if (rect === undefined || rect.width === 0 || Math.abs(rect.top - top) <= half) continue
        top = rect.top
        starts.push([node, offset])
      }
    }
    return starts
  }
  const found = [...document.querySelectorAll<HTMLElement>(`.article :is(${blocks})`)]
    .filter((block) => !block.closest(outside) && block.querySelector(blocks) === null)
    .map((block) => ({ block, starts: startsOf(block) }))
  const lines = found.flatMap(({ block, starts }) =>
    starts.map(([node], index): MarkedLine => ({
      mark: `kb-mark-${marks++}`,
      isHeading: block.tagName.startsWith('H'),
      index,
      count: starts.length,
      isBody: block.matches('.body > p, .body > div > p') && node.parentElement === block,
    })),
  )
  // From the last to the first, so that offsets hold.
  const places = found.flatMap(({ starts }) => starts)
  for (let at = places.length - 1; at >= 0; at--) {
    const [node, offset] = places[at] ?? []
    if (node === undefined || offset === undefined) continue
    // After the line's first character: before it, the mark would stand at the end of the line above.
    range.setStart(node, offset + ((node.data.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1))
    range.collapse(true)
    const mark = document.createElement('span')
    mark.id = lines[at]?.mark ?? ''
    range.insertNode(mark)
  }
  const idOf = (element: Element | null): string | undefined => {
    if (element === null) return undefined
    if (!element.id) element.id = `kb-mark-${marks++}`
    return element.id
  }
  const pairs = (targets: string, links: string): MarkedPair[] =>
    [...document.querySelectorAll(targets)].map((target) => ({
      mark: idOf(target) ?? '',
      from: target.id
        ? idOf(document.querySelector(`${links}[href="#${CSS.escape(target.id)}"]`))
        : undefined,
    }))
  const floats = pairs(
    '.article figure:is(.figure, .table):not(.box figure, li figure, blockquote figure)',
    '.article a',
  )
  const notes = pairs('.article .note', 'a.note-call')
  const links = document.createElement('nav')
  links.hidden = true
  for (const mark of [...lines, ...floats, ...notes].flatMap((one) =>
    'from' in one ? [one.mark, one.from] : [one.mark],
  )) {
    if (mark === undefined) continue
    const link = document.createElement('a')
    link.href = `#${mark}`
    links.append(link)
  }
  document.body.append(links)
  return { lines, floats, notes }
}
