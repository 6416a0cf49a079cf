import { readFile } from 'node:fs/promises'
import { PX_PER_MM, type InPage, type PageGeometry } from '../issue/index.js'
import type { LocateRequest, MakeupOptions, MakeupReport, MakeupRequest } from './makeup-options.js'
import { sheetsOfKeys } from './sheets-of-keys.js'

/** The in-page half, bundled by the build. The path holds from `src/` and from `dist/` alike. */
const script = new URL('../../dist/in-page/makeup.js', import.meta.url)

/**
 * Makes up the pages in the document that was set as galleys: afterwards its body holds nothing but one `div.sheet`
 * for each sheet of the plan. Then measures what it made; the report names everything that is not as planned.
 */
export async function makeUp(page: InPage, options: MakeupOptions): Promise<MakeupReport> {
  return (await call(page, 'makeUp', makeupRequest(options))) as MakeupReport
}

/**
 * The 0-based sheet of every id, by plan: before make-up, while the document still stands as galleys. With it page
 * references settle without printing: measure, compose, locate, fill, and measure again what changed.
 */
export async function locateIds(
  page: InPage,
  { galleys, plan }: LocateRequest,
): Promise<Readonly<Record<string, number>>> {
  return (await call(page, 'locate', sheetsOfKeys(plan, galleys))) as Record<string, number>
}

/**
 * Writes folios, by id of the element referred to, into the document's page references.
 *
 * @param parts ids of the parts
 * @returns those of them in which a number changed; measure them again
 */
export async function fillFolios(
  page: InPage,
  folios: Readonly<Record<string, string>>,
  parts: readonly string[],
): Promise<readonly string[]> {
  return (await call(page, 'fillFolios', folios, parts)) as string[]
}

/** Our own script's answer, of the type that the function named has. */
async function call(page: InPage, name: string, ...args: readonly unknown[]): Promise<unknown> {
  const source = await readFile(script, 'utf8')
  const list = args.map((arg) => JSON.stringify(arg)).join()
  return JSON.parse(String(await page.evaluate(`${source};JSON.stringify(kanbenMakeup.${name}(${list}))`)))
}

function makeupRequest(options: MakeupOptions): MakeupRequest {
  const { geometry, ...rest } = options
  const { bodySize, characters, columns, columnGap, pitch, lines, sheetWidth, sheetHeight } = geometry
  const column = bodySize * characters
  const gap = bodySize * columnGap
  const measure = column * columns + gap * (columns - 1)
  return {
    ...rest,
    pitch,
    column,
    gap,
    measure,
    lines,
    sheetWidth,
    sheetHeight,
    ...typeAreaOrigin(geometry, measure),
    showGrid: options.showGrid ?? false,
  }
}

/** Where the type area begins on the sheet, in whole px; the trim lies in the sheet's centre, the spine is inside. */
export function typeAreaOrigin(geometry: PageGeometry, measure: number): Pick<MakeupRequest, 'top' | 'left'> {
  const trimLeft = (geometry.sheetWidth - geometry.trimWidthMm * PX_PER_MM) / 2
  const trimTop = (geometry.sheetHeight - geometry.trimHeightMm * PX_PER_MM) / 2
  return {
    top: Math.round(trimTop + geometry.marginTop),
    left: {
      recto: Math.round(trimLeft + geometry.marginInner),
      verso: Math.round(geometry.sheetWidth - trimLeft - geometry.marginInner - measure),
    },
  }
}
