import { readFile } from 'node:fs/promises'
import type { Galley, InPage, PageGeometry } from '../issue/index.js'
import type { GalleyOptions, GalleyRequest } from './galley-options.js'

/** The in-page half, bundled by the build. The path holds from `src/` and from `dist/` alike. */
const script = new URL('../../dist/in-page/galley.js', import.meta.url)

/**
 * Sets the parts of the document as galleys and measures them. The document must be loaded, fonts and pictures
 * included, with print as its medium; it is left as galleys, ready to be made up.
 */
export async function measureGalleys(page: InPage, options: GalleyOptions): Promise<Galley[]> {
  const source = await readFile(script, 'utf8')
  const request = JSON.stringify(galleyRequest(options))
  const json = await page.evaluate(`${source};JSON.stringify(kanbenGalley.measure(${request}))`)
  return JSON.parse(String(json)) as Galley[] // our own script's answer
}

/** The options in bare px. */
export function galleyRequest({ geometry, parts, notesAt, noteNumbers }: GalleyOptions): GalleyRequest {
  return {
    pitch: geometry.pitch,
    column: geometry.bodySize * geometry.characters,
    measure: measureWidth(geometry),
    lines: geometry.lines,
    sheetHeight: geometry.sheetHeight,
    parts,
    notesAt,
    noteNumbers,
  }
}

/** Width of the type area in px. */
function measureWidth({ bodySize, characters, columns, columnGap }: PageGeometry): number {
  return bodySize * (characters * columns + columnGap * (columns - 1))
}
