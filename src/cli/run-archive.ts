import path from 'node:path'
import { messagesToJson } from '../diagnostics/index.js'
import type { Texts } from '../i18n/index.js'
import type { Difference } from '../pipeline/index.js'
import { exitCode } from './exit-code.js'
import { parseFormat, parseOut } from './parse-options.js'
import type { ArchiveFlags, VerifyFlags } from './program.js'
import { printJson, size, tell, type CommandWorld } from './run-command.js'

/** `kanben archive`. */
export async function runArchive(world: CommandWorld, folder: string, flags: ArchiveFlags): Promise<number> {
  const { terminal, texts } = world
  const options = {
    root: path.resolve(terminal.cwd, folder),
    outDir: parseOut(flags.out, terminal, texts),
    format: parseFormat(flags.format, texts),
    ...(flags.into === undefined ? {} : { store: parseOut(flags.into, terminal, texts) }),
    ...(flags.withPress ? { withPress: true } : {}),
    ...(flags.native ? { native: true } : {}),
  }
  const { archive } = await world.loadPipeline()
  const { ok, files, artefacts, kept, milliseconds } = await archive(options, world.context)
  world.progress.end()
  if (flags.json) printJson(terminal, { ok, artefacts, kept, milliseconds, messages: messagesToJson(files) })
  else {
    await tell(world, folder, files, flags.quiet)
    if (!ok) terminal.err.write(`${texts.notBuilt}\n`)
    else if (!flags.quiet) {
      for (const { path: place, bytes } of artefacts)
        terminal.out.write(`${shown(place, terminal.cwd)}  ${size(bytes)}\n`)
      if (kept)
        terminal.out.write(`${texts.kept(shown(kept.folder, terminal.cwd), kept.version, kept.added)}\n`)
    }
  }
  return ok ? exitCode.done : exitCode.manuscript
}

/** `kanben verify`: what was found goes to the output, line by line. */
export async function runVerify(world: CommandWorld, bag: string, flags: VerifyFlags): Promise<number> {
  const { terminal, texts } = world
  const { verify } = await world.loadPipeline()
  const result = await verify({ bag: path.resolve(terminal.cwd, bag), rebuild: flags.rebuild }, world.context)
  world.progress.end()
  const code = result.ok ? exitCode.done : exitCode.manuscript
  if (flags.json) {
    printJson(terminal, result)
    return code
  }
  const { unreadable, formats, rebuild } = result
  const say = (ok: boolean, line: string): void => {
    if (!ok || !flags.quiet) terminal.out.write(`${ok ? '✓' : '✗'} ${line}\n`)
  }
  if (unreadable !== undefined) {
    say(false, texts.verify.unreadable(unreadable))
    return code
  }
  for (const { kind, file } of result.bag) say(false, `${file}  ${texts.verify.bag[kind]}`)
  if (result.bag.length === 0) say(true, texts.verify.whole(result.files))
  for (const { file, detail } of formats) say(false, `${file}  ${detail}`)
  if (formats.length === 0) say(true, texts.verify.formats)
  if (rebuild === undefined) {
    if (!flags.quiet) terminal.out.write(`  ${texts.verify.notOurs}\n`)
  } else if (rebuild.failed) say(false, texts.verify.rebuildFailed(rebuild.builtBy))
  else if (rebuild.differing.length === 0) say(true, texts.verify.same(rebuild.same, rebuild.builtBy))
  else {
    say(false, texts.verify.differs(rebuild.differing.length, rebuild.archivedBy, rebuild.builtBy))
    for (const difference of rebuild.differing)
      terminal.out.write(`  ${difference.file}  ${describe(difference, texts)}\n`)
    for (const { part, archived, now } of rebuild.changes)
      terminal.out.write(`  ${texts.verify.change(part, archived, now)}\n`)
  }
  return code
}

/** Names within a file that are told at most. */
const mostNames = 5

function describe({ kind, line, pages, within = [] }: Difference, { verify }: Texts): string {
  return [
    verify.difference[kind],
    ...(line === undefined ? [] : [verify.fromLine(line)]),
    ...(pages === undefined ? [] : [verify.pageCounts(...pages)]),
    ...(within.length === 0 ? [] : [verify.within(within.slice(0, mostNames), within.length - mostNames)]),
  ].join('  ')
}

function shown(place: string, cwd: string): string {
  const relative = path.relative(cwd, place)
  return relative.startsWith('..') ? place : relative
}
