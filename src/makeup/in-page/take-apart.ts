import type { ArticleNodes } from './article-nodes.js'
import { cutArticle } from './cut-article.js'
import { cutNote } from './cut-note.js'
import type { ReadArticle } from './read-article.js'
import type { Run } from './runs.js'
import { takeOut, type TakenOut } from './take-out.js'
import { textOf } from './text-of.js'

/** An article taken to pieces. */
export interface Pieces {
  readonly nodes: ArticleNodes
  readonly whole: boolean
  readonly runs: readonly Run[]
  readonly fragments: readonly DocumentFragment[]
  readonly out: ReadonlyMap<string, TakenOut>
  /** Parts of floats and notes by key, in order; all but notes that are split have one. */
  readonly parts: ReadonlyMap<string, readonly HTMLElement[]>
  /** What the text was: of the flow, and of floats and notes by key. */
  readonly text: string
  readonly texts: ReadonlyMap<string, string>
}

/** Takes an article to pieces. Writes only. */
export function takeApart({ nodes, whole, runs, cuts, out, splitNotes }: ReadArticle): Pieces {
  if (whole) {
    return {
      nodes,
      whole,
      runs: [],
      fragments: [],
      out: new Map(),
      parts: new Map(),
      text: '',
      texts: new Map(),
    }
  }
  // Out of the document, so that no change in it costs a new style.
  nodes.root.remove()
  takeOut(out)
  const text = textOf(nodes.root)
  const texts = new Map([...out].map(([key, { element }]) => [key, textOf(element)]))
  const parts = new Map(
    [...out].map(([key, { element }]) => {
      const split = splitNotes.get(key)
      const pieces = split ? cutNote(element, split.cuts) : [element]
      for (const [i, piece] of pieces.entries())
        if (i > 0) piece.dataset['strip'] = String(split?.starts[i - 1])
      return [key, pieces]
    }),
  )
  return { nodes, whole, runs, fragments: cutArticle(nodes, runs, cuts), out, parts, text, texts }
}
