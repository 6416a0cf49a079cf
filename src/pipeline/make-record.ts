import type { Root } from 'hast'
import { assemble, numberPages } from '../edition/index.js'
import type { Hypertext, Issue, Pagination, Publication } from '../issue/index.js'
import { issueRecord, type IssueRecord } from '../record/index.js'

/** What the records of an issue are written from: its metadata, its pages, and its texts as the web edition links them. */
export function makeRecord(issue: Issue<Hypertext>, pagination: Pagination): IssueRecord {
  const draft = assemble(issue, { edition: 'web', pagesKnown: true })
  const slot = (name: string): Publication<Root> =>
    numberPages(
      {
        ...draft,
        parts: draft.parts.map((part) => ({
          ...part,
          content: part.content.slots[name] ?? { type: 'root', children: [] },
        })),
      },
      pagination,
    )
  const notes = slot('notes').parts
  const bodies = slot('body')
  return issueRecord(
    {
      ...bodies,
      parts: bodies.parts.map((part, index) => ({
        ...part,
        content: { body: part.content, notes: notes[index]?.content ?? { type: 'root', children: [] } },
      })),
    },
    pagination,
  )
}
