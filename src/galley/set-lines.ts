import { readFile } from 'node:fs/promises'
import type { InPage, LineParagraph, LineStyle, LineToken, PlannedLines } from '../issue/index.js'
import type { GalleyOptions } from './galley-options.js'
import { galleyRequest } from './measure-galleys.js'

const script = new URL('../../dist/in-page/galley.js', import.meta.url)

/** Sets the parts as galleys and reads the paragraphs whose lines may be composed. Before `measureGalleys`. */
export async function readParagraphs(
  page: InPage,
  options: GalleyOptions,
): Promise<{ readonly paragraphs: readonly LineParagraph[]; readonly styles: readonly LineStyle[] }> {
  const source = await readFile(script, 'utf8')
  const request = JSON.stringify(galleyRequest(options))
  return ask(page, `${source};JSON.stringify(kanbenGalley.readParagraphs(${request}))`)
}

/** Px of each token, in the styles of the paragraphs read last. */
export async function measureTokens(page: InPage, tokens: readonly LineToken[]): Promise<readonly number[]> {
  return ask(page, `JSON.stringify(kanbenGalley.measureTokens(${JSON.stringify(tokens)}))`)
}

/**
 * Locks the lines of the paragraphs read last.
 *
 * @param plans by paragraph; nothing leaves it to the browser
 * @returns how many had to be held by written breaks, and the indices of those that could not be locked
 */
export async function lockLines(
  page: InPage,
  plans: readonly (PlannedLines | undefined)[],
): Promise<{ readonly held: number; readonly failed: readonly number[] }> {
  const bare = plans.map((plan) => plan && { ...plan, lines: [] })
  return ask(page, `JSON.stringify(kanbenGalley.lockLines(${JSON.stringify(bare)}))`)
}

/** Our own script's answer, of the type that the function asked has. */
async function ask<Answer>(page: InPage, expression: string): Promise<Answer> {
  return JSON.parse(String(await page.evaluate(expression))) as Answer
}
