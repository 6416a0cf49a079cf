import { CommanderError } from 'commander'
import { MachineError } from '../diagnostics/index.js'
import { type Language, type Texts, negotiateLanguage, parseLanguage, textsIn } from '../i18n/index.js'
import type { Context } from '../issue/index.js'
import { exitCode } from './exit-code.js'
import { parseBrowser, parseEpoch } from './parse-options.js'
import type { Pipeline } from './pipeline.js'
import { type Request, parseCommandLine } from './program.js'
import { type Progress, showProgress } from './progress.js'
import { runArchive, runVerify } from './run-archive.js'
import { runBuild, runCheck, runDoctor } from './run-command.js'
import type { Terminal } from './terminal.js'
import { UsageError, explainParserError } from './usage-error.js'
import { fileSystemProblem } from './file-system-problem.js'

export interface RunOptions {
  readonly version: string
  /** Aborted when the user interrupts. */
  readonly signal: AbortSignal
  readonly loadPipeline: () => Promise<Pipeline>
}

/**
 * Runs one command line and tells its result on the terminal.
 *
 * @returns the exit code; after an interrupt it is for the caller to choose
 */
export async function run(terminal: Terminal, options: RunOptions): Promise<number> {
  const language = languageOf(terminal)
  const texts = textsIn(language)
  let progress: Progress | undefined
  try {
    const request = readRequest(terminal, texts, options.version)
    checkLanguage(request.options.language, texts)
    progress = showProgress(terminal, texts, request.options.quiet ?? false)
    const context: Context = {
      clock: { sourceDateEpoch: parseEpoch(terminal, texts), now: () => terminal.now() },
      reporter: progress,
      signal: options.signal,
      browserPath: parseBrowser(request.options.browser, terminal, texts),
    }
    const command = { terminal, texts, language, context, progress, loadPipeline: options.loadPipeline }
    if (request.command === 'build') return await runBuild(command, request.folder, request.options)
    if (request.command === 'archive') return await runArchive(command, request.folder, request.options)
    if (request.command === 'verify') return await runVerify(command, request.bag, request.options)
    if (request.command === 'check') return await runCheck(command, request.folder, request.options)
    return await runDoctor(command, request.options)
  } catch (error) {
    progress?.end()
    if (error instanceof CommanderError && error.exitCode === 0) return exitCode.done
    if (options.signal.aborted) {
      terminal.err.write(`${texts.interrupted}\n`)
      return exitCode.bug
    }
    return explain(error, terminal, texts, language, options.version)
  } finally {
    progress?.end()
  }
}

function readRequest(terminal: Terminal, texts: Texts, version: string): Request {
  try {
    return parseCommandLine(terminal, texts, version)
  } catch (error) {
    // `kanben` alone shows the help as an error, and so does `kanben help nonsense`.
    if (error instanceof CommanderError && error.exitCode !== 0 && error.code !== 'commander.help') {
      throw explainParserError(error, texts)
    }
    throw error
  }
}

function explain(
  error: unknown,
  { err, env }: Terminal,
  texts: Texts,
  language: Language,
  version: string,
): number {
  if (error instanceof CommanderError) return exitCode.usage
  if (error instanceof UsageError) {
    const proposal = error.proposal === undefined ? '' : ` ${texts.usage.didYouMean(error.proposal)}`
    err.write(`${error.message}${proposal} ${texts.usage.seeHelp('kanben')}\n`)
    return exitCode.usage
  }
  if (error instanceof MachineError) {
    err.write(`${error.reason[language]}\n${texts.fix(error.fix[language])}\n`)
    return exitCode.machine
  }
  const problem = fileSystemProblem(error)
  if (problem) {
    err.write(`${texts.cannotWrite(problem.path, problem.code)}\n${texts.fix(texts.chooseAnotherFolder)}\n`)
    return exitCode.machine
  }
  const message = error instanceof Error ? error.message : String(error)
  err.write(`${texts.bug(message.split('\n')[0] ?? '')}\n${texts.reportBug(version)}\n`)
  if (env['KANBEN_DEBUG'] === '1' && error instanceof Error) err.write(`${error.stack ?? ''}\n`)
  return exitCode.bug
}

/** The language is needed before the command line is read, so that errors in it are told in it. */
function languageOf({ argv, env }: Terminal): Language {
  const index = argv.findIndex((argument) => /^--language(?:=|$)/.test(argument))
  const written = argv[index]
  const option = written?.includes('=') ? written.slice(written.indexOf('=') + 1) : argv[index + 1]
  return negotiateLanguage({
    option: index === -1 || !option || parseLanguage(option) === undefined ? undefined : option,
    lcAll: env['LC_ALL'],
    lcMessages: env['LC_MESSAGES'],
    lang: env['LANG'],
  })
}

function checkLanguage(written: string | undefined, { usage }: Texts): void {
  if (written !== undefined && parseLanguage(written) === undefined) {
    throw new UsageError(usage.notALanguage(written))
  }
}
