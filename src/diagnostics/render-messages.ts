import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { codeFrame, visible } from './code-frame.js'
import { severityOf } from './report.js'
import type { Bilingual, Severity } from './rule.js'
import { type FiledMessage, sortMessages } from './sort-messages.js'

export interface RenderOptions {
  readonly language: keyof Bilingual
  /** Paint with ANSI colours. */
  readonly colour: boolean
  /** Terminal cells of a line in the code frame; 100 by default. */
  readonly width?: number | undefined
  /** Put before each path, so that a terminal can open it: the issue's folder as the user named it. */
  readonly folder?: string | undefined
  /** The least severity to tell; `info`, that is everything, by default. */
  readonly least?: Severity | undefined
  /** Show the line with the place marked; true by default. */
  readonly source?: boolean | undefined
}

const severityNames: Record<Severity, Bilingual> = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  info: { en: 'info', zh: '提示' },
}

const ranks: Record<Severity, number> = { info: 0, warning: 1, error: 2 }

const colours: Record<Severity, string> = { error: '31', warning: '33', info: '36' }

/**
 * The report for a terminal: for each message its place, severity, reason and rule, the line with the place marked,
 * and what to do; at the end how many there are. Empty when there is no message.
 */
export function renderMessages(files: readonly VFile[], options: RenderOptions): string {
  const least = ranks[options.least ?? 'info']
  const messages = sortMessages(files).filter(({ message }) => ranks[severityOf(message)] >= least)
  if (messages.length === 0) return ''
  const lines = new Map<VFile, string[]>()
  const linesOf = (file: VFile): string[] => {
    const known = lines.get(file) ?? String(file).split('\n')
    lines.set(file, known)
    return known
  }
  const blocks = messages.map((filed) => renderMessage(filed, linesOf, options))
  return [...blocks, summarise(messages, options)].join('\n\n') + '\n'
}

function renderMessage(
  { file, message }: FiledMessage,
  linesOf: (file: VFile) => string[],
  options: RenderOptions,
): string {
  const { language } = options
  const severity = severityOf(message)
  const paint = painter(options.colour)
  const path = options.folder ? `${options.folder.replace(/[\\/]+$/, '')}/${file.path}` : file.path
  const place = [path, message.line, message.column].filter((part) => part !== undefined).join(':')
  const reason = message.bilingual?.reason[language] ?? message.reason
  const note = message.bilingual?.note[language] ?? message.note
  const out = [
    `${paint('1', visible(place))}  ${paint(colours[severity], severityNames[severity][language])}  ` +
      `${visible(reason)}  ${paint('2', message.ruleId ?? '')}`,
  ]
  const [start, end] = spanOf(message.place)
  if (start && options.source !== false) {
    const line = linesOf(file)[start.line - 1]
    if (line !== undefined && line.trim() !== '') {
      const frame = codeFrame(line, start, end, options.width ?? 100)
      const number = String(start.line)
      out.push(
        `${paint('2', `  ${number} |`)} ${frame.text}`,
        `${paint('2', `  ${' '.repeat(number.length)} |`)} ${' '.repeat(frame.indent)}` +
          paint(colours[severity], '^'.repeat(frame.length)),
      )
    }
  }
  if (note) out.push(`  ${paint('2', language === 'zh' ? '办法：' : 'fix:')} ${visible(note)}`)
  return out.join('\n')
}

function spanOf(place: FiledMessage['message']['place']): [Point?, Point?] {
  if (!place) return []
  return 'start' in place ? [place.start, place.end] : [place]
}

function summarise(messages: readonly FiledMessage[], { language, colour }: RenderOptions): string {
  const paint = painter(colour)
  return (['error', 'warning', 'info'] as const)
    .map((severity) => {
      const count = messages.filter(({ message }) => severityOf(message) === severity).length
      if (count === 0) return ''
      const name = severityNames[severity]
      return paint(
        colours[severity],
        language === 'zh'
          ? `${count} 个${name.zh}`
          : `${count} ${severity === 'info' ? (count === 1 ? 'notice' : 'notices') : count === 1 ? name.en : `${name.en}s`}`,
      )
    })
    .filter((part) => part !== '')
    .join(language === 'zh' ? '，' : ', ')
}

function painter(colour: boolean): (code: string, text: string) => string {
  return colour ? (code, text) => `\x1b[${code}m${text}\x1b[0m` : (_code, text) => text
}
