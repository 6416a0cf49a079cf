import path from 'node:path'
import type { VFile } from 'vfile'
import { type Severity, messagesToJson } from '../diagnostics/index.js'
import type { Language, Texts } from '../i18n/index.js'
import type { Context } from '../issue/index.js'
import { exitCode } from './exit-code.js'
import { parseLimits } from './parse-limits.js'
import { parseFile, parseOnly, parseOut } from './parse-options.js'
import type { BuildRequest, Pipeline } from './pipeline.js'
import type { BuildFlags, CheckFlags, CommonFlags } from './program.js'
import type { Progress } from './progress.js'
import { type Terminal, wantsColour } from './terminal.js'
import { UsageError } from './usage-error.js'

/** What every command needs. */
export interface CommandWorld {
  readonly terminal: Terminal
  readonly texts: Texts
  readonly language: Language
  readonly context: Context
  readonly progress: Progress
  readonly loadPipeline: () => Promise<Pipeline>
}

/** `kanben build`: files and figures go to the output, messages to the error output. */
export async function runBuild(world: CommandWorld, folder: string, flags: BuildFlags): Promise<number> {
  const { terminal, texts } = world
  const options: BuildRequest = {
    root: path.resolve(terminal.cwd, folder),
    outDir: parseOut(flags.out, terminal, texts),
    ...(flags.only === undefined ? {} : { only: parseOnly(flags.only, texts) }),
    ...(flags.native ? { native: true } : {}),
    ...(flags.showGrid ? { showGrid: true } : {}),
    ...(flags.attachSources ? { attachSources: true } : {}),
    ...(flags.stats ? { stats: true } : {}),
  }
  const { build } = await world.loadPipeline()
  const result = await build(options, world.context)
  world.progress.end()
  if (flags.json) {
    const { ok, artefacts, pages, stats, milliseconds } = result
    printJson(terminal, { ok, artefacts, pages, stats, milliseconds, messages: messagesToJson(result.files) })
  } else {
    await tell(world, folder, result.files, flags.quiet)
    if (!result.ok) terminal.err.write(`${texts.notBuilt}\n`)
    else if (!flags.quiet) {
      for (const { path: place, kind, bytes } of result.artefacts) {
        const pages = kind === 'reading' && result.pages !== undefined ? `  ${texts.pages(result.pages)}` : ''
        const shown = path.relative(terminal.cwd, place)
        terminal.out.write(`${shown.startsWith('..') ? place : shown}${pages}  ${size(bytes)}\n`)
      }
      terminal.out.write(`${texts.built(result.artefacts.length, result.milliseconds)}\n`)
    }
    if (result.stats !== undefined) terminal.out.write(`${JSON.stringify(result.stats, null, 2)}\n`)
  }
  return result.ok ? exitCode.done : exitCode.manuscript
}

/** `kanben check`. */
export async function runCheck(world: CommandWorld, folder: string, flags: CheckFlags): Promise<number> {
  const { terminal, texts } = world
  if (flags.press !== undefined) return runCheckPress(world, flags.press, flags)
  for (const option of ['proof', 'limits'] as const)
    if (flags[option] !== undefined) throw new UsageError(texts.usage.onlyWithPress(`--${option}`))
  const { check } = await world.loadPipeline()
  const { ok, files } = await check({ root: path.resolve(terminal.cwd, folder) }, world.context)
  world.progress.end()
  if (flags.json) printJson(terminal, { ok, messages: messagesToJson(files) })
  else {
    await tell(world, folder, files, flags.quiet)
    if (ok && !flags.quiet) terminal.out.write(`${texts.clean}\n`)
  }
  return ok ? exitCode.done : exitCode.manuscript
}

/** `kanben check --press FILE.pdf`. */
async function runCheckPress(world: CommandWorld, file: string, flags: CheckFlags): Promise<number> {
  const { terminal, texts } = world
  const place = parseFile(file, terminal, texts)
  const limits = flags.limits === undefined ? undefined : parseLimits(flags.limits, texts)
  const proof = flags.proof === undefined ? undefined : path.resolve(terminal.cwd, flags.proof)
  if (proof === place) throw new UsageError(texts.usage.proofIsFile(file))
  const { checkPress } = await world.loadPipeline()
  const result = await checkPress({ path: place, name: file, limits, proof })
  const { ok, files, pages, claims, findings, hasProof } = result
  world.progress.end()
  if (flags.json) printJson(terminal, { ok, pages, claims, findings, messages: messagesToJson(files) })
  else {
    await tell(world, '.', files, flags.quiet)
    const names = [
      claims.press,
      claims.archive && `PDF/A-${claims.archive.toLowerCase()}`,
      claims.accessible ? 'PDF/UA-1' : undefined,
    ].filter((name) => name !== undefined)
    if (ok && !flags.quiet) terminal.out.write(`${texts.pressClean(pages, names)}\n`)
    if (hasProof && !flags.quiet) terminal.out.write(`${flags.proof}\n`)
  }
  return ok ? exitCode.done : exitCode.manuscript
}

/** `kanben doctor`. */
export async function runDoctor(world: CommandWorld, flags: CommonFlags): Promise<number> {
  const { terminal, texts, language } = world
  const { doctor } = await world.loadPipeline()
  const { ok, items } = await doctor(world.context)
  world.progress.end()
  if (flags.json) printJson(terminal, { ok, items })
  else {
    for (const item of items) {
      terminal.out.write(`${item.ok ? '✓' : '✗'} ${item.name[language]}  ${item.detail[language]}\n`)
      if (!item.ok && item.fix) terminal.out.write(`  ${texts.fix(item.fix[language])}\n`)
    }
    const missing = items.filter((item) => !item.ok).length
    terminal.out.write(`${ok ? texts.healthy : texts.unhealthy(missing)}\n`)
  }
  return ok ? exitCode.done : exitCode.machine
}

/** Prints the messages; the renderer is loaded only when there are any. */
export async function tell(
  { terminal, language }: CommandWorld,
  folder: string,
  files: readonly VFile[],
  quiet = false,
): Promise<void> {
  if (files.every((file) => file.messages.length === 0)) return
  const { renderMessages } = await import('../diagnostics/render-messages.js')
  const least: Severity = quiet ? 'error' : 'info'
  terminal.err.write(
    renderMessages(files, {
      language,
      least,
      colour: wantsColour(terminal, terminal.err),
      width: Math.max(40, Math.min(terminal.err.columns ?? 100, 120) - 10),
      folder: folder === '.' ? undefined : folder,
    }),
  )
}

/** A result for machines. */
export function printJson({ out }: Terminal, value: unknown): void {
  out.write(`${JSON.stringify(value, null, 2)}\n`)
}

/** Bytes as people read them. */
export function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
