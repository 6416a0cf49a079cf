import type { CommanderError } from 'commander'
import type { Texts } from '../i18n/index.js'

/** The command line is wrong; the message is a sentence in the user's language. */
export class UsageError extends Error {
  override readonly name = 'UsageError'

  /** @param proposal the option, command or value that was probably meant */
  constructor(
    message: string,
    readonly proposal?: string | undefined,
  ) {
    super(message)
  }
}

/** Says in the user's language what the parser found wrong; its own messages come in English only. */
export function explainParserError(error: CommanderError, texts: Texts): UsageError {
  const [, named = ''] = /'([^']*)'/.exec(error.message) ?? []
  const [, proposal] = /\(Did you mean (?:one of )?([^,?]+)/.exec(error.message) ?? []
  const { usage } = texts
  switch (error.code) {
    case 'commander.unknownOption':
      return new UsageError(usage.unknownOption(named), proposal)
    case 'commander.unknownCommand':
      return new UsageError(usage.unknownCommand(named), proposal)
    case 'commander.optionMissingArgument':
      return new UsageError(usage.missingValue(named))
    case 'commander.excessArguments':
      return new UsageError(usage.tooManyArguments)
    default:
      return new UsageError(usage.wrong(error.message.replace(/^error: /, '')))
  }
}
