import type { Galley } from '../../issue/index.js'
import type { MakeupRequest } from '../makeup-options.js'
import type { ArticleNodes } from './article-nodes.js'
import { readCuts, type ReadCuts } from './cut-article.js'
import { readNoteCuts } from './cut-note.js'
import type { Cut } from './find-cut.js'
import type { Run } from './runs.js'
import { readOuts, type TakenOut } from './take-out.js'

/** All that has to be read of an article before anything in the document moves. */
export interface ReadArticle {
  readonly nodes: ArticleNodes
  /** It fills whole sheets and is moved as it is. */
  readonly whole: boolean
  readonly runs: readonly Run[]
  readonly cuts: ReadCuts
  readonly out: ReadonlyMap<string, TakenOut>
  /** Notes that are split, by key: the strips at which they go on, and where these begin. */
  readonly splitNotes: ReadonlyMap<
    string,
    { readonly starts: readonly number[]; readonly cuts: readonly Cut[] }
  >
}

export function readArticle(
  request: MakeupRequest,
  nodes: ArticleNodes,
  runs: readonly Run[],
  article: number,
): ReadArticle {
  const splitNotes = new Map(
    [...splitStarts(request, nodes.galley, article)].flatMap(([key, starts]) => {
      const note = nodes.get(key)
      return note ? [[key, { starts, cuts: readNoteCuts(note, starts) }] as const] : []
    }),
  )
  return {
    nodes,
    whole: request.wholeSheets.includes(nodes.galley.id),
    runs,
    cuts: readCuts(nodes, runs),
    out: readOuts(nodes, nodes.galley),
    splitNotes,
  }
}

function splitStarts({ plan }: MakeupRequest, galley: Galley, article: number): Map<string, number[]> {
  const starts = new Map<string, number[]>()
  for (const { list, note, from } of plan.articles[article]?.pages.flatMap((page) =>
    page.notes.flatMap((area) => area.notes),
  ) ?? []) {
    const key = (list === 'notes' ? galley.notes : galley.openingNotes)[note]?.key
    if (key !== undefined && from > 0) starts.set(key, [...(starts.get(key) ?? []), from])
  }
  return starts
}
