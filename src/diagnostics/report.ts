import type { Node, Point, Position } from 'unist'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { Bilingual, Rule, Severity } from './rule.js'

declare module 'vfile-message' {
  interface VFileMessage {
    /** Reason and note in both languages; `reason` and `note` hold the English ones. */
    bilingual?: { readonly reason: Bilingual; readonly note: Bilingual }
  }
}

/**
 * Puts a message about `file` on the file. Nothing is thrown: the stage goes on with the other articles, and the
 * pipeline stops at the end of the stage when a message is fatal.
 *
 * @param place node, position or point the message is about; `undefined` for the file as a whole
 */
export function report<Data>(
  file: VFile,
  rule: Rule<Data>,
  place: Node | Position | Point | undefined,
  data: Data,
): VFileMessage {
  const reason = rule.message(data)
  const note = rule.note(data)
  const message = file.message(reason.en, {
    place: place && 'type' in place ? place.position : place,
    ruleId: rule.id,
    source: 'kanben',
  })
  message.note = note.en
  message.bilingual = { reason, note }
  message.fatal = fatalOf(rule.severity)
  return message
}

/** The severity of a message, as VFile writes it: true is fatal, undefined a notice. */
export function severityOf(message: VFileMessage): Severity {
  return message.fatal === true ? 'error' : message.fatal === false ? 'warning' : 'info'
}

function fatalOf(severity: Severity): boolean | undefined {
  return severity === 'error' ? true : severity === 'warning' ? false : undefined
}

/** Whether a message on one of the files stops the pipeline. */
export function hasErrors(files: readonly VFile[]): boolean {
  return files.some((file) => file.messages.some((message) => message.fatal === true))
}
