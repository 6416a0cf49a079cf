/**
 * The same text set by three: Chromium's own lines, Typst's, Kanben's; figures from the character positions of the PDFs.
 *
 *     npm run build && node bench/run.mjs lines-compare [pages] [folder for the PDFs]
 *
 * Typst is taken from Python's package `typst` when it is there, and left out else. Times are of whole builds, cold, in
 * this order within one run.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { cutFont } from '../src/theme/cut-font.js'
import { loadTheme } from '../src/theme/load-theme.js'
import { lineFigures } from './line-figures.js'
import { placedCharacters, placedLines } from './line-positions.js'
import { variedArticles, writeVariedIssue } from './varied-issue.js'
import { plainText } from './varied-text.js'

const [pages = '200', folder = join(tmpdir(), 'kanben-lines')] = process.argv.slice(2)
const texts = variedArticles(Number(pages))

mkdirSync(folder, { recursive: true })
const files = [
  ['Chromium', build('browser')],
  ['Typst', await typst()],
  ['Kanben', build('composer')],
] as const
console.log(`${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`)
for (const [name, made] of files) {
  if (made === undefined) {
    console.log(`${name}: not on this machine`)
    continue
  }
  const lines = placedLines(await placedCharacters(made.file))
  const { forbiddenStarts, forbiddenEnds, ...figures } = lineFigures(lines)
  const forbidden = [...forbiddenStarts, ...forbiddenEnds]
  console.log(name, made.file, `${(made.ms / 1000).toFixed(2)} s`, JSON.stringify(figures))
  if (forbidden.length > 0) console.log('  forbidden', forbidden.length, forbidden.slice(0, 5).join(' | '))
}

/** The issue by this program, with its own lines or the browser's. */
function build(by: 'composer' | 'browser'): { file: string; ms: number } {
  const root = join(folder, by)
  writeVariedIssue(root, texts, by)
  const start = performance.now()
  const out = join(root, 'out')
  const stats = execFileSync(
    process.execPath,
    [resolve('dist/bin/kanben.js'), 'build', root, '--only', 'reading', '--out', out, '--stats'],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  )
  const ms = performance.now() - start
  writeFileSync(join(root, 'stats.txt'), stats)
  return { file: join(out, 'lines.pdf'), ms }
}

/** The same faces, size, measure and indent. */
async function typst(): Promise<{ file: string; ms: number } | undefined> {
  const python = process.env['PYTHON'] ?? 'python3'
  if (spawnSync(python, ['-c', 'import typst']).status !== 0) return undefined
  const source = join(folder, 'typst.typ')
  const file = join(folder, 'typst.pdf')
  const string = (text: string): string => JSON.stringify(plainText(text))
  writeFileSync(
    source,
    `#set page(width: 210mm, height: 285mm, margin: (x: ${(595.276 - 483) / 2}pt, y: 24mm), columns: 2)
#set columns(gutter: 21pt)
#set text(font: ((name: "Source Serif 4", covers: "latin-in-cjk"), "Noto Serif SC"), size: 10.5pt, lang: "zh", region: "cn")
#set par(justify: true, leading: 6pt, spacing: 6pt, first-line-indent: (amount: 2em, all: true))
${texts
  .flat()
  .map((paragraph) => `#${string(paragraph)}`)
  .join('\n\n')}
`,
  )
  const fonts = [resolve('node_modules/@expo-google-fonts/noto-serif-sc/400Regular'), await cutLatin()]
  const start = performance.now()
  execFileSync(python, [
    '-c',
    `import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=sys.argv[3:], ignore_system_fonts=True)`,
    source,
    file,
    ...fonts,
  ])
  return { file, ms: performance.now() - start }
}

/** A folder with the Latin face as the theme cuts it. */
async function cutLatin(): Promise<string> {
  const fonts = join(folder, 'fonts')
  mkdirSync(fonts, { recursive: true })
  const { theme } = await loadTheme('journal', resolve('templates'))
  const characters = Array.from({ length: 0x180 - 0x20 }, (_, index) => 0x20 + index)
  for (const { family, weight, style, files: slices, unicodeRange, scale, axes } of theme?.faces ?? []) {
    if (family !== 'kb-latin' || weight !== 400 || style !== 'normal') continue
    for (const file of slices) {
      const cut = await cutFont({ file, characters, unicodeRange, scale, axes })
      // Typst takes one file for a family: that with the letters.
      if (cut?.text.includes('abc')) writeFileSync(join(fonts, 'latin.ttf'), cut.bytes)
    }
  }
  return fonts
}
