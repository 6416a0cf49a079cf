/** A line that says where the rest of an article stands (转页). */
export interface JumpLine {
  readonly kind: 'to' | 'from'
  /** Folio of the page at the other end. */
  readonly folio: string
  /** Of the article; shown where its rest begins. */
  readonly title?: string | undefined
}

/** The line, for the eye alone: to ears and in the tags the text goes on without it. */
export function jumpLine({ kind, folio, title }: JumpLine): HTMLElement {
  const line = document.createElement('div')
  line.className = `jump-line jump-${kind}`
  line.setAttribute('aria-hidden', 'true')
  if (title !== undefined) {
    const name = document.createElement('span')
    name.className = 'jump-title'
    name.textContent = title
    line.append(name)
  }
  const words = document.createElement('span')
  words.textContent = kind === 'to' ? `（下转第${folio}页）` : `（上接第${folio}页）`
  line.append(words)
  return line
}
