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
  let left = textIn(drawing.match(textElement) ?? [])
  const needs: Need[] = []
  for (const family of families) {
    const served = new Set<number>()
    for (const face of theme.faces) {
      if (face.family !== family) continue
      const asked = new Set(textIn(textsFor(face, drawing)))
      const ranges = face.unicodeRange === undefined ? undefined : parseUnicodeRange(face.unicodeRange)
      for (const file of face.files) {
        const coverage = await readCoverage(file)
        const characters = left.filter(
          (character) =>
            asked.has(character) && coverage.has(character) && (!ranges || inRanges(ranges, character)),
        )
        for (const character of characters) served.add(character)
        const { unicodeRange, scale, axes } = face
        const request = { file, characters, unicodeRange, scale, axes, metrics: theme.lineMetrics }
        if (characters.length > 0) needs.push({ path: asset.path, face, request })
      }
    }
    left = left.filter((character) => !served.has(character))
  }
  return needs
}

const textElement = /<text\b[^]*?<\/text>/gu

/**
 * The text elements that may be set in a face: all of them in the regular one; in the bold and the slanted one those that ask for it
 * themselves, or all when the drawing asks for it elsewhere, in a group or a style sheet.
 */
function textsFor({ weight, style }: FaceSource, drawing: string): readonly string[] {
  const texts = drawing.match(textElement) ?? []
  const asks =
    style === 'italic'
      ? /font-style\s*[:=]\s*["']?(?:italic|oblique)/u
      : weight === 700 && /font-weight\s*[:=]\s*["']?(?:bold|[6-9]00)/u
  if (asks === false) return weight === 400 ? texts : []
  return asks.test(drawing.replaceAll(textElement, '')) ? texts : texts.filter((text) => asks.test(text))
}

/** Characters of text elements, ascending; control characters left out. */
function textIn(texts: readonly string[]): number[] {
  const plain = decodeReferences(texts.join('').replaceAll(/<[^>]*>/gu, ''))
  return [...new Set(codePoints(plain))].filter((character) => character >= 0x20).toSorted((a, b) => a - b)
}

/** The style goes first, so that the drawing's own rules win. */
function lettered(asset: Asset, css: string): Asset {
  const drawing = new TextDecoder().decode(asset.bytes)
  const start = /<svg\b(?:[^>"']|"[^"]*"|'[^']*')*>/u
  const text = drawing.replace(start, (tag) => `${tag}<style>${css}</style>`)
  return { ...asset, bytes: new TextEncoder().encode(text) }
}
