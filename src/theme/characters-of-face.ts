import type { FaceSource, FontUse, Theme } from '../issue/index.js'

/** Code points that one face of a family sets: those of the uses that name the family and match to this face. */
export function charactersOfFace(
  { faces }: Pick<Theme, 'faces'>,
  face: FaceSource,
  uses: readonly FontUse[],
): ReadonlySet<number> {
  const family = faces.filter((other) => other.family === face.family)
  const characters = new Set<number>()
  for (const use of uses) {
    if (!use.families.includes(face.family)) continue
    const slanted = family.filter(({ style }) => style === use.style)
    const candidates = slanted.length > 0 ? slanted : family
    const weight = matchWeight(
      candidates.map((candidate) => candidate.weight),
      use.weight,
    )
    if (face.weight !== weight || !candidates.some(({ style }) => style === face.style)) continue
    for (const character of use.text) characters.add(character.codePointAt(0) ?? 0)
  }
  return characters
}

/** The weight a browser takes for one that a family lacks (CSS Fonts 4 §5.2). */
export function matchWeight(weights: readonly number[], wanted: number): number | undefined {
  const lighter = weights.filter((weight) => weight <= wanted).sort((a, b) => b - a)
  const bolder = weights.filter((weight) => weight >= wanted).sort((a, b) => a - b)
  if (wanted > 500) return bolder[0] ?? lighter[0]
  const middle = bolder.filter((weight) => weight <= 500)
  return wanted < 400 ? (lighter[0] ?? bolder[0]) : (middle[0] ?? lighter[0] ?? bolder[0])
}
