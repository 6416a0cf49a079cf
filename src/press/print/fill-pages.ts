import { folioOf, type Pagination } from '../../issue/index.js'
import type { Page } from '../browser/index.js'

/** Ids whose page the document states, in its contents list or in the text. */
export async function readPageReferences(page: Page): Promise<ReadonlySet<string>> {
  const ids = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-page-of]')].map(
      (element) => element.dataset['pageOf'] ?? '',
    ),
  )
  return new Set(ids)
}

/**
 * Writes the folios into the live document, at every `[data-page-of]` (into its `.page-number` if it has one), and
 * puts blank pages before the parts that need one, in place of any put there before.
 *
 * @param front parts before the first article; blank pages among them are not counted
 * @throws Error when a reference's target has no folio
 */
export async function fillPages(
  page: Page,
  references: ReadonlySet<string>,
  pagination: Pagination,
  blanks: { readonly before: ReadonlySet<string>; readonly front: ReadonlySet<string> },
): Promise<void> {
  const folios = [...references].map((id) => {
    const folio = folioOf(pagination, id)
    if (folio === undefined)
      throw new Error(`A page reference points to ${id}, which stands on no numbered page`)
    return [id, folio] as const
  })
  await page.evaluate(
    (folios, before, front) => {
      const folioById = new Map(folios)
      for (const element of document.querySelectorAll<HTMLElement>('[data-page-of]')) {
        const folio = folioById.get(element.dataset['pageOf'] ?? '')
        if (folio !== undefined) (element.querySelector('.page-number') ?? element).textContent = folio
      }
      for (const blank of document.querySelectorAll('.blank-page')) blank.remove()
      for (const part of document.querySelectorAll<HTMLElement>('[data-part]')) {
        const id = part.dataset['part'] ?? ''
        if (!before.includes(id)) continue
        const blank = document.createElement('div')
        blank.className = front.includes(id) ? 'blank-page front' : 'blank-page'
        part.before(blank)
      }
    },
    folios,
    [...blanks.before],
    [...blanks.front],
  )
}
