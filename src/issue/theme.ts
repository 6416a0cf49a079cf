import type { LineSetting } from './lines.js'
import type { ArticleStart } from './metadata.js'

/** Named colour: on screen, and its exact ink for press. */
export interface Colour {
  /** `#rrggbb`. */
  readonly rgb: string
  /** Per cent of cyan, magenta, yellow, black. Of a spot colour: what its full tint looks like without a plate of its own. */
  readonly cmyk: readonly [number, number, number, number]
  /** An ink that has a plate of its own, 专色. */
  readonly spot?: Spot | undefined
}

export interface Spot {
  /** The ink's name as the printer knows it: `PANTONE 186 C`. */
  readonly name: string
  /** Per cent. */
  readonly tint: number
}

/** Type area (版心) and page, as an editor states them. Lengths in CSS px unless the name says otherwise. */
export interface PageGeometry {
  /** Trim size in mm. */
  readonly trimWidthMm: number
  readonly trimHeightMm: number
  readonly bleedMm: number
  /** Body size (正文字号) in px. */
  readonly bodySize: number
  /** Characters per line of one column. */
  readonly characters: number
  /** First-line indent in characters; 2 when absent. */
  readonly indent?: number | undefined
  readonly lines: number
  readonly columns: number
  /** Gap between columns, in characters. */
  readonly columnGap: number
  /** Line pitch (行距, base to base) in px. */
  readonly pitch: number
  /** From the trimmed head to the first line's box. */
  readonly marginTop: number
  /** From the spine to the type area. */
  readonly marginInner: number
  /**
   * Sheet that Chromium prints on, in whole px, multiples of 8: trim and bleed, or a little more. The trim lies in its
   * centre; PDF boxes are set later.
   */
  readonly sheetWidth: number
  readonly sheetHeight: number
}

/** One static TrueType face, or several files that share out its characters. */
export interface FaceSource {
  /** Name by which CSS calls it, e.g. `kb-song`. */
  readonly family: string
  readonly weight: number
  readonly style: 'normal' | 'italic'
  /** Absolute paths of TTF or WOFF2 files. */
  readonly files: readonly string[]
  /** Code points the face may serve, as CSS `unicode-range`; absent means all. */
  readonly unicodeRange?: string | undefined
  /** How much larger its letters are set than their font size says, so that they match those of another face; 1 when absent. */
  readonly scale?: number | undefined
  /** Of a variable font: the values of its axes at which the face is cut. */
  readonly axes?: Readonly<Record<string, number>> | undefined
}

/** A face cut down to the characters of one publication. */
export interface SubsetFace {
  readonly family: string
  readonly weight: number
  readonly style: 'normal' | 'italic'
  readonly unicodeRange?: string | undefined
  /** File name, ASCII, `.ttf`, unique in the publication. */
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** Characters that a style sheet sets in one stack of families. */
export interface FontUse {
  /** First choice first, unquoted. */
  readonly families: readonly string[]
  readonly weight: number
  readonly style: 'normal' | 'italic'
  /** Each character once. */
  readonly text: string
}

/** Notes (页下注): where they stand and how they are numbered. */
export interface NotesSetting {
  /** At the foot of the column or of the page that calls them. */
  readonly at: 'column' | 'page'
  /** ①②③ begin anew on every page, or run through the article. */
  readonly numbers: 'page' | 'article'
  /** Rule and space above the first note, in hundredths of the line pitch. */
  readonly separator: number
  /** Space between two notes, in hundredths of the line pitch. */
  readonly gap: number
}

export interface Theme {
  readonly name: string
  /** Absolute folder. */
  readonly folder: string
  readonly geometry: PageGeometry
  readonly notes: NotesSetting
  readonly lines: LineSetting
  readonly colours: ReadonlyMap<string, Colour>
  readonly faces: readonly FaceSource[]
  /** Families by role (song, hei, kai, fangsong, latin, mono, math), first choice first. */
  readonly roles: ReadonlyMap<string, readonly string[]>
  /** Ascent and descent in em that every face but the mathematical one is given, so that mixed lines keep one grid. */
  readonly lineMetrics: { readonly ascent: number; readonly descent: number }
  /** Where an article starts unless the issue says otherwise. */
  readonly articleStart: ArticleStart
  /** Bytes that the fonts of one ebook may have together; more is said to the designer. */
  readonly ebookFontBudget?: number | undefined
  /** Liquid page templates by file name, `article.liquid` or `article.ebook.liquid`. */
  readonly templates: ReadonlyMap<string, string>
  /** Style sheets, design tokens (custom properties) in front. Fonts are not among them. */
  readonly css: { readonly print: string; readonly ebook: string; readonly web: string }
}
