import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { nearestName } from '../diagnostics/index.js'
import type { Texts } from '../i18n/index.js'
import type { ArchiveFormat, OutputKind } from '../pipeline/index.js'
import type { Terminal } from './terminal.js'
import { UsageError } from './usage-error.js'

const outputs: readonly OutputKind[] = ['reading', 'press', 'ebook', 'web', 'archive']

/** Reads `reading,ebook`; doubled names count once. */
export function parseOnly(written: string, { usage }: Texts): OutputKind[] {
  const known = outputs.join(', ')
  const names = written
    .split(/[,，、\s]+/)
    .filter((name) => name !== '')
    .map((name): OutputKind => {
      const output = outputs.find((each) => each === name)
      if (output) return output
      throw new UsageError(usage.notAnOutput(name, known), nearestName(name, outputs))
    })
  if (names.length === 0) throw new UsageError(usage.notAnOutput(written, known))
  return [...new Set(names)]
}

const formats: readonly ArchiveFormat[] = ['folder', 'zip', 'tar']

/** Reads what a bag is written as. */
export function parseFormat(written: string | undefined, { usage }: Texts): ArchiveFormat {
  const format = formats.find((each) => each === (written ?? 'folder'))
  if (format === undefined)
    throw new UsageError(
      usage.notAFormat(written ?? '', formats.join(', ')),
      nearestName(written ?? '', formats),
    )
  return format
}

/** The output folder, absolute; it need not exist. */
export function parseOut(written: string, terminal: Terminal, { usage }: Texts): string {
  const folder = path.resolve(terminal.cwd, written)
  if (existsSync(folder) && !statSync(folder).isDirectory()) throw new UsageError(usage.outIsFile(written))
  return folder
}

/** A file that is there, absolute. */
export function parseFile(written: string, terminal: Terminal, { usage }: Texts): string {
  const file = path.resolve(terminal.cwd, written)
  if (!existsSync(file) || !statSync(file).isFile()) throw new UsageError(usage.noFileThere(written))
  return file
}

/** The browser that was asked for, by the option or `PUPPETEER_EXECUTABLE_PATH`. */
export function parseBrowser(
  written: string | undefined,
  terminal: Terminal,
  { usage }: Texts,
): string | undefined {
  const wanted = written ?? terminal.env['PUPPETEER_EXECUTABLE_PATH']
  if (!wanted) return undefined
  const browser = path.resolve(terminal.cwd, wanted)
  if (!existsSync(browser)) throw new UsageError(usage.noBrowserThere(wanted))
  return browser
}

/** Seconds since 1970 of `SOURCE_DATE_EPOCH` (reproducible-builds.org). */
export function parseEpoch({ env }: Terminal, { usage }: Texts): number | undefined {
  const written = env['SOURCE_DATE_EPOCH']
  if (!written) return undefined
  // PDF and ZIP dates end with the year 9999 at the latest.
  if (!/^\d{1,12}$/.test(written) || Number(written) > 253_402_300_799) {
    throw new UsageError(usage.badEpoch(written))
  }
  return Number(written)
}
