import type { Root } from 'hast'
import type { Assets, FaceSource, FontUse, Publication, SubsetFace, Theme } from '../issue/index.js'
import { charactersOfFace } from './characters-of-face.js'
import { cutFonts } from './cut-fonts.js'
import { formatUnicodeRange } from './unicode-range.js'
import { usedCharacters, type UsedCharacters } from './used-characters.js'

export interface SubsetOptions {
  /** Pictures of the publication; the text of SVGs is set in the theme's faces too. */
  readonly assets?: Assets | undefined
  /** What each family sets, where that is known: no face then has more than what is set in it. */
  readonly uses?: readonly FontUse[] | undefined
  /** What a later stage adds to the text. */
  readonly words?: string | undefined
}

/**
 * Cuts the theme's faces down to what the publication shows, as TrueType. Faces that serve none of its characters are
 * left out: the role math is served mathematics alone, mono code alone. Same input, same bytes.
 *
 */
export async function subsetFaces(
  theme: Theme,
  publication: Publication<Root>,
  { assets, uses, words }: SubsetOptions = {},
): Promise<SubsetFace[]> {
  const used = usedCharacters(publication, assets, words)
  const sources = theme.faces.flatMap((face) => face.files.map((file) => ({ face, file })))
  const cut = await cutFonts(
    sources.map(({ face, file }) => ({
      file,
      characters: [
        ...(uses && !isMath(theme, face)
          ? charactersOfFace(theme, face, uses)
          : charactersFor(theme, face, used)),
      ],
      unicodeRange: face.unicodeRange,
      scale: face.scale,
      axes: face.axes,
      // Mathematics is laid out by its own table and needs the figures it was designed with.
      metrics: isMath(theme, face) ? undefined : theme.lineMetrics,
    })),
  )
  const counters = new Map<string, number>()
  return sources.flatMap(({ face }, index): SubsetFace[] => {
    const font = cut[index]
    if (font === undefined) return []
    const { family, weight, style } = face
    const stem = `${family}-${weight}${style === 'italic' ? '-italic' : ''}`
    const number = (counters.get(stem) ?? 0) + 1
    counters.set(stem, number)
    const fileName = `${stem}${number === 1 ? '' : `-${number}`}.ttf`
    // A slice of a font states hundreds of ranges; those it still serves are enough.
    const unicodeRange =
      face.unicodeRange === undefined || uses === undefined
        ? face.unicodeRange
        : formatUnicodeRange(font.text)
    return [{ family, weight, style, unicodeRange, fileName, bytes: font.bytes }]
  })
}

/** A family that only one special role names is cut to what that role sets. */
function charactersFor(theme: Theme, face: FaceSource, used: UsedCharacters): ReadonlySet<number> {
  if (isMath(theme, face)) return used.math
  return servesOnly(theme, face, 'mono') ? used.code : used.all
}

function isMath(theme: Theme, face: FaceSource): boolean {
  return servesOnly(theme, face, 'math')
}

function servesOnly(theme: Theme, face: FaceSource, role: string): boolean {
  return [...theme.roles].every(([name, stack]) => stack.includes(face.family) === (name === role))
}
