import type { Page } from '../browser/index.js'

/** Long enough for thousands of pages on a slow machine; short enough that nothing hangs for ever. */
const timeout = 600_000

/**
 * Prints the page as Chromium paginates it, on sheets of the size that its `@page` rules state.
 *
 * @param options.tagged with the structure tree; without it printing is faster, for passes that only count pages
 */
export async function printNative(page: Page, options: { readonly tagged: boolean }): Promise<Uint8Array> {
  return page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: options.tagged,
    // The outline is made in finishing, from the publication: Chromium's knows no sections.
    outline: false,
    timeout,
  })
}
