/**
 * The printed file has a tag for every text node, and locked lines part a paragraph into dozens. Those between the first and
 * the last of a run go into an element of their own, so that `hideWithin` can keep them from the tags: what is painted
 * between two tags of one paragraph is given back to it when the file is finished (`press/pdf/join-content`).
 */
export function joinTexts(sheets: readonly HTMLElement[]): void {
  const hyphenated = new Set(
    sheets.flatMap((sheet) => [...sheet.querySelectorAll('.kb-hyphen, .kb-hyphenated')]).map(tagOf),
  )
  for (const sheet of sheets) {
    for (const block of sheet.querySelectorAll<HTMLElement>('.kb-lines')) {
      // A hyphen is painted between texts as well, and is none: the file could not tell them.
      if (!hyphenated.has(tagOf(block))) joinRuns(block)
    }
  }
}

function joinRuns(block: HTMLElement): void {
  let run: ChildNode[] = []
  for (const node of Array.from(block.childNodes)) {
    // An annotation is painted behind its line, and so between the texts after it.
    if (node instanceof Element && (node.matches('ruby') || node.querySelector('ruby'))) break
    if (isPlain(node)) run.push(node)
    else {
      join(run)
      run = []
    }
  }
  join(run)
}

/** Hides what was joined. After the texts of the pages were checked, which counts hidden ones as not there. */
export function hideWithin(): void {
  const joined = [...document.querySelectorAll('.kb-within')]
  const tags = new Set(joined.map(tagOf))
  const painting = new Set<string | undefined>()
  for (const element of document.querySelectorAll('.kb-lines :not(.kb-l, .kb-within)')) {
    const tag = tagOf(element)
    if (tags.has(tag) && !painting.has(tag) && generatesText(element)) painting.add(tag)
  }
  for (const within of joined) if (!painting.has(tagOf(within))) within.setAttribute('aria-hidden', 'true')
}

/** What a style sheet generates is painted between texts and is none, as a hyphen is. */
function generatesText(element: Element): boolean {
  return ['::before', '::after'].some((pseudo) => {
    const { content, fontSize } = getComputedStyle(element, pseudo)
    return content !== 'none' && content !== 'normal' && parseFloat(fontSize) > 0
  })
}

function tagOf(element: Element): string | undefined {
  return element.closest<HTMLElement>('[data-tag]')?.dataset['tag']
}

/** Text, or a span that gives or takes space at some. */
function isPlain(node: ChildNode): boolean {
  return node instanceof Text || (node instanceof Element && node.matches('span.kb-l'))
}

/** What stays outside must show: a space at a line's end leaves no tag. */
function join(run: readonly ChildNode[]): void {
  const first = run.findIndex(shows)
  const last = run.findLastIndex(shows)
  if (last - first < 2) return
  const within = document.createElement('span')
  within.className = 'kb-within'
  run[first]?.after(within)
  within.append(...run.slice(first + 1, last))
}

function shows(node: ChildNode): boolean {
  return /\S/.test(node.textContent ?? '')
}
