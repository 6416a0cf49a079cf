import { readFile } from 'node:fs/promises'
import type { Root } from 'hast'
import subsetFont from 'subset-font'
import type { Assets, FaceSource, FontUse, Publication, SubsetFace, Theme } from '../issue/index.js'
import { charactersOfFace } from './characters-of-face.js'
import { readCoverage } from './read-coverage.js'
import { setLineMetrics } from './set-line-metrics.js'
import { formatUnicodeRange, inRanges, parseUnicodeRange } from './unicode-range.js'
import { usedCharacters, type UsedCharacters } from './used-characters.js'

/**
 * Cuts the theme's faces down to what the publication shows, as TrueType. Faces that serve none of its characters are
 * left out: the role math is served mathematics alone, mono code alone. Same input, same bytes.
 *
 * @param assets pictures of the publication; the text of SVGs is set in the theme's faces too
 * @param uses what each family sets, where that is known: no face then has more than what is set in it
 */
export async function subsetFaces(
  theme: Theme,
  publication: Publication<Root>,
  assets: Assets = new Map(),
  uses?: readonly FontUse[],
): Promise<SubsetFace[]> {
  const used = usedCharacters(publication, assets)
  const counters = new Map<string, number>()
  const subsets = []
  for (const face of theme.faces) {
    const stem = `${face.family}-${face.weight}${face.style === 'italic' ? '-italic' : ''}`
    for (const file of face.files) {
      const wanted = charactersFor(theme, face, used)
      const text = await servedText(
        face,
        file,
        uses && !isMath(theme, face) ? charactersOfFace(theme, face, uses) : wanted,
      )
      if (text === '') continue
      const number = counters.get(stem) ?? 0
      counters.set(stem, number + 1)
      const fileName = `${stem}${number === 0 ? '' : `-${number + 1}`}.ttf`
      const subset = await subsetFont(await readFile(file), text, { targetFormat: 'truetype' })
      // Mathematics is laid out by its own table and needs the figures it was designed with.
      const bytes = isMath(theme, face) ? new Uint8Array(subset) : setLineMetrics(subset, theme.lineMetrics)
      const { family, weight, style } = face
      // A slice of a font states hundreds of ranges; those it still serves are enough.
      const unicodeRange =
        face.unicodeRange === undefined || uses === undefined ? face.unicodeRange : formatUnicodeRange(text)
      subsets.push({ family, weight, style, unicodeRange, fileName, bytes })
    }
  }
  return subsets
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

async function servedText(face: FaceSource, file: string, characters: ReadonlySet<number>): Promise<string> {
  const ranges = face.unicodeRange === undefined ? undefined : parseUnicodeRange(face.unicodeRange)
  const wanted = ranges ? [...characters].filter((character) => inRanges(ranges, character)) : [...characters]
  // The space and its kin are in every face; alone they are no reason to keep one.
  if (!wanted.some((character) => character > 0x20 && character !== 0xa0)) return ''
  const coverage = await readCoverage(file)
  const served = wanted.filter((character) => coverage.has(character)).sort((a, b) => a - b)
  return String.fromCodePoint(...served)
}
