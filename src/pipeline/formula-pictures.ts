import type { Root } from 'hast'
import { formulaKey, formulasOf, type FormulaPicture } from '../ebook/index.js'
import type { Publication, SubsetFace, Theme } from '../issue/index.js'
import { drawFormulas, type BrowserSession } from '../press/index.js'

/**
 * The formulas of a publication as pictures, each drawn once, by its key.
 *
 * @param faces those of the print edition, which have every character of its formulas
 */
export async function drawFormulaPictures(
  session: BrowserSession,
  { parts }: Publication<Root>,
  { theme, faces }: { readonly theme: Theme; readonly faces: readonly SubsetFace[] },
): Promise<ReadonlyMap<string, FormulaPicture>> {
  const formulas = [
    ...new Map(
      parts.flatMap(({ content }) => formulasOf(content)).map((math) => [formulaKey(math), math]),
    ).values(),
  ]
  const drawn = await drawFormulas(session, { formulas, faces, families: theme.roles.get('math') ?? [] })
  return new Map(
    drawn.map(({ depth, ...picture }, index) => {
      const math = formulas[index]
      // No path of a manuscript begins like this.
      const asset = { path: `drawn://formula-${index + 1}.png`, ...picture }
      return [math ? formulaKey(math) : '', { asset, depth }]
    }),
  )
}
