import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadPdf } from '../../../src/press/pdf/index.js'

/** A page as grey values, row by row. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly values: Uint8Array
}

/** Whether a command is on the machine; where tests are the judge (CI), its absence is an error. */
export function hasTool(name: string): boolean {
  const isThere = spawnSync(name, ['-v']).error === undefined
  if (!isThere && process.env['CI'] === 'true') throw new Error(`${name} is not installed`)
  return isThere
}

/**
 * A page at 72 dpi, by pdftoppm.
 *
 * @param sheet width and height in points that the page is shown with, from the coordinates' origin
 * @param index 0-based
 */
export async function renderPage(
  bytes: Uint8Array,
  [width, height]: readonly [number, number],
  index = 0,
): Promise<Raster> {
  const document = await loadPdf(bytes)
  const page = document.getPage(index)
  page.setMediaBox(0, 0, width, height)
  page.setCropBox(0, 0, width, height)
  const folder = mkdtempSync(join(tmpdir(), 'kanben-'))
  try {
    writeFileSync(join(folder, 'a.pdf'), await document.save())
    const only = ['-f', String(index + 1), '-l', String(index + 1)]
    execFileSync('pdftoppm', ['-gray', '-r', '72', ...only, 'a.pdf', 'a'], { cwd: folder })
    return readPgm(
      readFileSync(join(folder, readdirSync(folder).find((name) => name.endsWith('.pgm')) ?? '')),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function readPgm(file: Buffer): Raster {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 40))
  if (head === null) throw new Error('pdftoppm wrote no PGM')
  return { width: Number(head[1]), height: Number(head[2]), values: file.subarray(head[0].length) }
}

/** The same a pixel to the right. */
export function moved(raster: Raster): Raster {
  const values = raster.values.map((_, at) =>
    at % raster.width === 0 ? 255 : (raster.values[at - 1] ?? 255),
  )
  return { ...raster, values }
}

/** Share of the painted pixels that are much lighter or darker in another picture. */
export function differing(a: Raster, b: Raster): number {
  if (a.width !== b.width || a.height !== b.height) return 1
  let painted = 0
  let other = 0
  a.values.forEach((value, at) => {
    const difference = Math.abs(value - (b.values[at] ?? 0))
    if (value < 250 || (b.values[at] ?? 0) < 250) painted += 1
    if (difference > 64) other += 1
  })
  return painted === 0 ? 0 : other / painted
}
