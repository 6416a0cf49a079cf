import { readFile, readdir } from 'node:fs/promises'
import { isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { VFile } from 'vfile'
import { report, themeExists, tokenDefined, themeValid } from '../diagnostics/index.js'
import { PX_PER_MM, type Colour, type NotesSetting, type PageGeometry, type Theme } from '../issue/index.js'
import { parseThemeFile } from './parse-theme-file.js'
import { parseTemplates } from './template-engine.js'
import { readFaces } from './read-faces.js'
import type { ThemeFile } from './theme-schema.js'
import { tokensCss } from './tokens-css.js'
import { unknownTokens } from './unknown-tokens.js'

/** Columns of fewer characters have a first-line indent of one character (CLREQ 3.4.1). */
const narrow = 16

/** The theme, and `theme.yaml` with every message about the theme. No theme when one of them is fatal. */
export interface LoadedTheme {
  readonly theme: Theme | undefined
  readonly file: VFile
}

/**
 * Reads a theme's folder: `theme.yaml`, `print.css`, `ebook.css`, `web.css` and the page templates `*.liquid`.
 *
 * @param name a folder in `templates/`, or an absolute path
 * @param templatesFolder where named themes lie; the package's own `templates/` by default
 * @throws MachineError when a font package is not installed
 */
export async function loadTheme(
  name: string,
  templatesFolder = fileURLToPath(new URL('../../templates/', import.meta.url)),
): Promise<LoadedTheme> {
  const folder = isAbsolute(name) ? name : resolve(templatesFolder, name)
  const file = new VFile({ path: join(folder, 'theme.yaml') })
  try {
    file.value = await readFile(file.path, 'utf8')
  } catch {
    report(file, themeExists, undefined, { theme: name, available: await listThemes(templatesFolder) })
    return { theme: undefined, file }
  }
  const parsed = parseThemeFile(file)
  if (!parsed) return { theme: undefined, file }
  const { settings } = parsed

  const templates = await readTemplates(folder)
  const wellFormed = parseTemplates(templates, file)
  const faces = await readFaces(parsed, folder, file)
  if (!faces) return { theme: undefined, file }
  const theme = {
    name,
    folder,
    geometry: readGeometry(settings),
    notes: readNotes(settings),
    lines: settings.lines,
    colours: new Map<string, Colour>(Object.entries(settings.colours)),
    faces,
    roles: new Map<string, readonly string[]>(Object.entries(settings.roles)),
    lineMetrics: settings['line-metrics'],
    articleStart: settings['article-start'],
    ebookFontBudget: settings.ebook?.['font-budget'],
    templates,
  }
  const print = await readSheet(folder, 'print.css', file)
  const ebook = await readSheet(folder, 'ebook.css', file)
  if (!wellFormed || print === undefined || ebook === undefined) return { theme: undefined, file }
  // A theme made before there was a web edition looks on the web as in the ebook.
  const web = await readFile(join(folder, 'web.css'), 'utf8').catch(() => ebook)
  const css = {
    print: tokensCss(theme, 'print') + print,
    ebook: tokensCss(theme, 'ebook') + ebook,
    web: tokensCss(theme, 'web') + web,
  }
  const isSound = (['print', 'ebook', 'web'] as const).map((edition) => {
    const tokens = tokensCss(theme, edition)
    const unknown = unknownTokens(css[edition].slice(tokens.length), tokens)
    for (const found of unknown) report(file, tokenDefined, undefined, { sheet: `${edition}.css`, ...found })
    return unknown.length === 0
  })
  return { theme: isSound.every(Boolean) ? { ...theme, css } : undefined, file }
}

async function listThemes(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

async function readTemplates(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.liquid')).sort()
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return new Map(names.map((name, index) => [name, texts[index] ?? '']))
}

async function readSheet(folder: string, name: string, file: VFile): Promise<string | undefined> {
  try {
    return await readFile(join(folder, name), 'utf8')
  } catch {
    report(file, themeValid, undefined, { key: name, problem: 'the theme has no such style sheet' })
    return undefined
  }
}

function readGeometry(settings: ThemeFile): PageGeometry {
  const { trim, bleed } = settings.page
  const area = settings['type-area']
  return {
    trimWidthMm: round(trim.width / PX_PER_MM),
    trimHeightMm: round(trim.height / PX_PER_MM),
    bleedMm: round(bleed / PX_PER_MM),
    bodySize: round(area['body-size']),
    characters: area.characters,
    indent: area.indent ?? (area.characters < narrow ? 1 : 2),
    lines: area.lines,
    columns: area.columns,
    columnGap: area['column-gap'],
    pitch: round(area.pitch),
    marginTop: round(area['margin-top']),
    marginInner: round(area['margin-inner']),
    // Chromium snaps page sizes to 1/300 inch; multiples of 8 px come out exactly, 1 px = 0.75 pt.
    sheetWidth: Math.ceil((trim.width + 2 * bleed) / 8) * 8,
    sheetHeight: Math.ceil((trim.height + 2 * bleed) / 8) * 8,
  }
}

/** Composition counts in hundredths of the pitch, so that heights stay whole numbers. */
function readNotes({ notes }: ThemeFile): NotesSetting {
  return { ...notes, separator: Math.round(notes.separator * 100), gap: Math.round(notes.gap * 100) }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
