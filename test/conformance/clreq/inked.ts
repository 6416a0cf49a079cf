import { readFile } from 'node:fs/promises'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { readOperators, type PlacedCharacter } from '../../../bench/line-positions.js'
import { glyphBounds, type Bounds } from './glyph-bounds.js'

/** A character with the name of its face and the bounds of its ink: em from where it stands, on its line's base. */
export interface InkedCharacter extends PlacedCharacter {
  readonly face: string
  readonly ink: Bounds
}

interface EmbeddedFont {
  readonly name: string
  readonly data?: Uint8Array
}

/** Every character of each page with its ink, from the outlines that are embedded in the file. */
export async function inkedCharacters(file: string): Promise<InkedCharacter[][]> {
  const data = new Uint8Array(await readFile(file))
  const document = await getDocument({ data, verbosity: 0, useSystemFonts: false, fontExtraProperties: true })
    .promise
  const pages: InkedCharacter[][] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { fnArray, argsArray } = await page.getOperatorList()
    pages.push(
      readOperators(fnArray, argsArray as unknown[][]).map((character) => {
        const { name, data } = page.commonObjs.get(character.font) as EmbeddedFont
        if (!data) throw new Error(`${name} is not embedded`)
        return {
          ...character,
          face: name.replace(/^[A-Z]{6}\+/, ''),
          ink: glyphBounds(data, character.glyph),
        }
      }),
    )
  }
  await document.destroy()
  return pages
}
