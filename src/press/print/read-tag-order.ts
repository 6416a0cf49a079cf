import type { Page } from '../browser/index.js'
import type { TagOrder } from '../tags/index.js'

/** Reads which elements stand in the document as it is printed, in its order: make-up may have cut and moved them. */
export async function readTagOrder(page: Page): Promise<TagOrder> {
  const { sources, parts, within } = await page.evaluate(() => {
    const sources: number[] = []
    const parts: [number, string][] = []
    for (const element of document.querySelectorAll<HTMLElement>('[data-tag]')) {
      if (element.closest('[aria-hidden="true"], [hidden]')) continue
      const source = Number(element.dataset['tag'])
      sources.push(source)
      if (element.matches('a, .dots')) parts.push([source, element.textContent ?? ''])
    }
    const within = [...document.querySelectorAll('.kb-within[aria-hidden="true"]')].flatMap((element) => {
      const parent = element.parentElement
      const source = parent?.closest('[aria-hidden="true"], [hidden]')
        ? undefined
        : parent?.closest<HTMLElement>('[data-tag]')?.dataset['tag']
      return source === undefined ? [] : [Number(source)]
    })
    return { sources, parts, within }
  })
  const joined = new Map<number, number>()
  for (const source of within) joined.set(source, (joined.get(source) ?? 0) + 1)
  const texts = new Map<number, string>()
  for (const [source, text] of parts) texts.set(source, (texts.get(source) ?? '') + text)
  return { sources, texts, joined }
}
