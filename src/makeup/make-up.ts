import { readFile } from 'node:fs/promises'
import type { InPage, PageGeometry } from '../issue/index.js'
import type { MakeupOptions, MakeupReport, MakeupRequest } from './makeup-options.js'

/** The in-page half, bundled by the build. The path holds from `src/` and from `dist/` alike. */
const script = new URL('../../dist/in-page/makeup.js', import.meta.url)

/**
 * Makes up the pages in the document that was set as galleys: afterwards its body holds nothing but one `div.sheet`
 * for each sheet of the plan. Then measures what it made; the report names everything that is not as planned.
 */
export async function makeUp(page: InPage, options: MakeupOptions): Promise<MakeupReport> {
  const source = await readFile(script, 'utf8')
  const request = JSON.stringify(makeupRequest(options))
  const json = await page.evaluate(`${source};JSON.stringify(kanbenMakeup.makeUp(${request}))`)
  return JSON.parse(String(json)) as MakeupReport // our own script's answer
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

const pxPerMm = 96 / 25.4

/** Where the type area begins on the sheet, in whole px; the trim lies in the sheet's centre, the spine is inside. */
export function typeAreaOrigin(geometry: PageGeometry, measure: number): Pick<MakeupRequest, 'top' | 'left'> {
  const trimLeft = (geometry.sheetWidth - geometry.trimWidthMm * pxPerMm) / 2
  const trimTop = (geometry.sheetHeight - geometry.trimHeightMm * pxPerMm) / 2
  return {
    top: Math.round(trimTop + geometry.marginTop),
    left: {
      recto: Math.round(trimLeft + geometry.marginInner),
      verso: Math.round(geometry.sheetWidth - trimLeft - geometry.marginInner - measure),
    },
  }
}
