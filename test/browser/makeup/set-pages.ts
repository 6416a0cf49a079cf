import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { composeIssue } from '../../../src/compose/index.js'
import { measureGalleys } from '../../../src/galley/index.js'
import type { ComposeOptions, Galley, PageGeometry, PagePlan } from '../../../src/issue/index.js'
import { makeUp, type MakeupReport } from '../../../src/makeup/index.js'
import { openDocument, type BrowserSession } from '../../../src/press/browser/index.js'

export const geometry: PageGeometry = {
  trimWidthMm: 210,
  trimHeightMm: 285,
  bleedMm: 3,
  bodySize: 14,
  characters: 22,
  lines: 40,
  columns: 2,
  columnGap: 2,
  pitch: 22,
  marginTop: 92.6,
  marginInner: 71.8,
  sheetWidth: 800,
  sheetHeight: 1080,
}

export type OpenPage = Awaited<ReturnType<typeof openDocument>>

/** Opens a document with the song face, print as its medium. */
export async function open(session: BrowserSession, html: string, css: string): Promise<OpenPage> {
  const font = createRequire(import.meta.url).resolve(
    '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  )
  const page = await openDocument(
    session,
    new Map<string, string | Uint8Array>([
      ['index.html', html],
      ['style.css', css],
      ['song.ttf', await readFile(font)],
    ]),
  )
  await page.emulateMediaType('print')
  await page.evaluate('Promise.all([...document.fonts].map((font) => font.load()))')
  return page
}

export async function measure(
  page: OpenPage,
  parts: readonly string[],
  notesAt: 'column' | 'page',
): Promise<Galley[]> {
  return measureGalleys(page, {
    geometry,
    parts: parts.map((id) => ({ id, file: `${id}.md`, setting: 'columns' as const })),
    notesAt,
    noteNumbers: notesAt === 'page' ? 'page' : 'article',
  })
}

const notes = { separator: 100, gap: 10 }

export function compose(
  galleys: readonly Galley[],
  notesAt: 'column' | 'page',
  start: ComposeOptions['start'] = 'page',
  jump?: ComposeOptions['jump'],
): PagePlan {
  return composeIssue(
    galleys.map((galley, at) => ({ galley, options: { start, ...(at === 0 && { jump }) } })),
    { columns: geometry.columns, lines: geometry.lines, notes: { at: notesAt, ...notes } },
  )
}

export async function make(
  page: OpenPage,
  galleys: readonly Galley[],
  plan: PagePlan,
  noteNumbers: 'page' | 'article',
): Promise<MakeupReport> {
  const running = plan.sheets.map((_, index) => ({ head: '书眉', folio: String(index + 1) }))
  return makeUp(page, { geometry, galleys, plan, running, wholeSheets: [], notes, noteNumbers })
}
