import { readCoverage } from './read-coverage.js'
import type { Asset, Assets, FaceSource, Theme } from '../issue/index.js'
import type { CutRequest } from './cut-font.js'
import { cutFonts } from './cut-fonts.js'
import { inRanges, parseUnicodeRange } from './unicode-range.js'
import { codePoints, decodeReferences } from './used-characters.js'

/** A face that one drawing needs, and what it sets there. */
interface Need {
  readonly path: string
  readonly face: FaceSource
  readonly request: CutRequest
}

/**
 * Drawings as files of their own: a page shows them as pictures, and a picture sees no font of the page, so that each takes the
 * letters of its text along. They are set in the role hei, as in print. Other pictures stay as they are.
 */
export async function letterDrawings(theme: Theme, assets: Assets): Promise<Assets> {
  const families = theme.roles.get('hei') ?? []
  const needs: Need[] = []
  for (const asset of assets.values()) needs.push(...(await needsOf(asset, theme, families)))
  const fonts = await cutFonts(needs.map(({ request }) => request))
  const rules = new Map<string, string>()
  for (const [index, { path, face }] of needs.entries()) {
    const font = fonts[index]
    if (font === undefined) continue
    const source = `data:font/ttf;base64,${Buffer.from(font.bytes).toString('base64')}`
    const rule = `@font-face{font-family:${face.family};font-weight:${face.weight};font-style:${face.style};src:url(${source})}`
    rules.set(path, (rules.get(path) ?? '') + rule)
  }
  const stack = [...families, 'sans-serif'].join(',')
  return new Map(
    [...assets].map(([path, asset]) => {
      const faces = rules.get(path)
      return [path, faces === undefined ? asset : lettered(asset, `${faces}svg text{font-family:${stack}}`)]
    }),
  )
}

async function needsOf(asset: Asset, theme: Theme, families: readonly string[]): Promise<Need[]> {
  if (asset.mediaType !== 'image/svg+xml') return []
  const drawing = new TextDecoder().decode(asset.bytes)
  let left = textOf(drawing)
  const needs: Need[] = []
  for (const family of families) {
    const faces = theme.faces.filter((face) => face.family === family && isAskedFor(face, drawing))
    const served = new Set<number>()
    for (const face of faces) {
      const ranges = face.unicodeRange === undefined ? undefined : parseUnicodeRange(face.unicodeRange)
      for (const file of face.files) {
        const coverage = await readCoverage(file)
        const characters = left.filter(
          (character) => coverage.has(character) && (!ranges || inRanges(ranges, character)),
        )
        for (const character of characters) served.add(character)
        const request = { file, characters, unicodeRange: face.unicodeRange, metrics: theme.lineMetrics }
        if (characters.length > 0) needs.push({ path: asset.path, face, request })
      }
    }
    left = left.filter((character) => !served.has(character))
  }
  return needs
}

/** Regular letters always; bold and slanted ones when the drawing has any. */
function isAskedFor({ weight, style }: FaceSource, drawing: string): boolean {
  if (style === 'italic') return /font-style\s*[:=]\s*["']?(?:italic|oblique)/u.test(drawing)
  if (weight === 400) return true
  return weight === 700 && /font-weight\s*[:=]\s*["']?(?:bold|[6-9]00)/u.test(drawing)
}

/** Characters of all `text` elements, ascending; the space alone counts for nothing. */
function textOf(drawing: string): number[] {
  const texts = drawing.match(/<text\b[^]*?<\/text>/gu) ?? []
  const plain = decodeReferences(texts.join('').replaceAll(/<[^>]*>/gu, ''))
  const characters = new Set(codePoints(plain))
  return [...characters].filter((character) => character >= 0x20).toSorted((a, b) => a - b)
}

/** The style goes first, so that the drawing's own rules win. */
function lettered(asset: Asset, css: string): Asset {
  const drawing = new TextDecoder().decode(asset.bytes)
  const start = /<svg\b(?:[^>"']|"[^"]*"|'[^']*')*>/u
  const text = drawing.replace(start, (tag) => `${tag}<style>${css}</style>`)
  return { ...asset, bytes: new TextEncoder().encode(text) }
}
