import { Command } from 'commander'
import type { Texts } from '../i18n/index.js'
import type { Terminal } from './terminal.js'

/** A command with its options as they were written. */
export type Request =
  | { readonly command: 'build'; readonly folder: string; readonly options: BuildFlags }
  | { readonly command: 'archive'; readonly folder: string; readonly options: ArchiveFlags }
  | { readonly command: 'verify'; readonly bag: string; readonly options: VerifyFlags }
  | { readonly command: 'check'; readonly folder: string; readonly options: CheckFlags }
  | { readonly command: 'doctor'; readonly options: CommonFlags }

export interface CommonFlags {
  readonly language?: string
  readonly json?: boolean
  readonly quiet?: boolean
  readonly browser?: string
}

export interface CheckFlags extends CommonFlags {
  /** A finished PDF to look at in place of manuscripts. */
  readonly press?: string
  /** Where its annotated proof goes. */
  readonly proof?: string
  /** What the printer asks for: `ink=280,multiple=16`. */
  readonly limits?: string
}

export interface BuildFlags extends CommonFlags {
  readonly attachSources?: boolean
  readonly only?: string
  readonly out: string
  readonly stats?: boolean
  readonly native?: boolean
  readonly showGrid?: boolean
}

export interface ArchiveFlags extends CommonFlags {
  readonly out: string
  readonly format?: string
  readonly into?: string
  readonly withPress?: boolean
  readonly native?: boolean
}

export interface VerifyFlags extends CommonFlags {
  /** False by `--no-rebuild`. */
  readonly rebuild: boolean
}

/**
 * Reads the command line.
 *
 * @throws CommanderError when it is wrong (exit code 1) or when help or the version was shown (exit code 0)
 */
export function parseCommandLine(terminal: Terminal, texts: Texts, version: string): Request {
  let request: Request | undefined
  const { help } = texts
  const program = new Command('kanben')
  program
    .description(help.program)
    .version(version, '-V, --version', help.version)
    .helpCommand('help [command]', help.helpCommand)
    .addHelpText('after', `\n${help.exitCodes}`)
  common(program, terminal, texts)

  const build = common(program.command('build [folder]'), terminal, texts)
  build
    .description(help.build)
    .option('--only <outputs>', help.only)
    .option('--out <folder>', `${help.out}${help.defaultValue('output')}`)
    .option('--language <language>', help.language)
    .option('--json', help.json)
    .option('--quiet', help.quiet)
    .option('--browser <path>', help.browser)
    .option('--stats', help.stats)
    .option('--native', help.native)
    .option('--show-grid', help.showGrid)
    .option('--attach-sources', help.attachSources)
    .action((folder: string | undefined, options: Omit<BuildFlags, 'out'> & { out?: string }) => {
      request = {
        command: 'build',
        folder: folder ?? '.',
        options: { ...options, out: options.out ?? 'output' },
      }
    })

  common(program.command('archive [folder]'), terminal, texts)
    .description(help.archive)
    .option('--out <folder>', `${help.out}${help.defaultValue('output')}`)
    .option('--format <format>', `${help.format}${help.defaultValue('folder')}`)
    .option('--into <store>', help.into)
    .option('--with-press', help.withPress)
    .option('--native', help.native)
    .option('--language <language>', help.language)
    .option('--json', help.json)
    .option('--quiet', help.quiet)
    .option('--browser <path>', help.browser)
    .action((folder: string | undefined, options: Omit<ArchiveFlags, 'out'> & { out?: string }) => {
      request = {
        command: 'archive',
        folder: folder ?? '.',
        options: { ...options, out: options.out ?? 'output' },
      }
    })

  common(program.command('verify <bag>'), terminal, texts, help.bag)
    .description(help.verify)
    .option('--no-rebuild', help.noRebuild)
    .option('--language <language>', help.language)
    .option('--json', help.json)
    .option('--quiet', help.quiet)
    .option('--browser <path>', help.browser)
    .action((bag: string, options: VerifyFlags) => {
      request = { command: 'verify', bag, options }
    })

  common(program.command('check [folder]'), terminal, texts)
    .description(help.check)
    .option('--press <file>', help.press)
    .option('--proof <file>', help.proof)
    .option('--limits <limits>', help.limits)
    .option('--language <language>', help.language)
    .option('--json', help.json)
    .option('--quiet', help.quiet)
    .action((folder: string | undefined, options: CheckFlags) => {
      request = { command: 'check', folder: folder ?? '.', options }
    })

  common(program.command('doctor'), terminal, texts)
    .description(help.doctor)
    .option('--language <language>', help.language)
    .option('--json', help.json)
    .option('--browser <path>', help.browser)
    .action((options: CommonFlags) => {
      request = { command: 'doctor', options }
    })

  program.parse(terminal.argv, { from: 'user' })
  if (request === undefined) throw new Error('the parser ran no command')
  return request
}

/** What program and commands share: help in the user's language, output where the terminal is, no exit on errors. */
function common(command: Command, terminal: Terminal, { help }: Texts, argumentHelp = help.folder): Command {
  command.registeredArguments.forEach((argument) => {
    argument.description = argumentHelp
  })
  return command
    .helpOption('-h, --help', help.help)
    .configureHelp({ styleTitle: (title) => help.titles[title] ?? title, helpWidth: 100 })
    .configureOutput({
      writeOut: (text) => terminal.out.write(text),
      writeErr: (text) => terminal.err.write(text),
      outputError() {}, // the message is told in the user's language
    })
    .exitOverride()
}
