import type { Texts } from '../i18n/index.js'
import type { Reporter } from '../issue/index.js'
import type { Terminal } from './terminal.js'

/** A reporter that can be told that the work is over. */
export interface Progress extends Reporter {
  /** Takes the line off the terminal. */
  end(): void
}

/** Milliseconds between two drawings of the same stage. */
const interval = 100

/**
 * Shows the stage, its pages or articles and the time: on a terminal in one line that is drawn anew, on a terminal that
 * cannot (`TERM=dumb`) in plain lines. Nothing in continuous integration, in a pipe, or when asked to be quiet.
 */
export function showProgress(terminal: Terminal, texts: Texts, quiet: boolean): Progress {
  const { err, env } = terminal
  if (quiet || !err.isTTY || env['CI']) return silent
  const began = terminal.now()
  const time = (): string => texts.seconds(terminal.now() - began)
  if (env['TERM'] === 'dumb') {
    return { ...silent, stage: (name) => err.write(`${texts.stages[name]} ${time()}\n`) }
  }
  let stage = ''
  let detail = ''
  let drawn = Number.NEGATIVE_INFINITY
  const draw = (): void => {
    if (stage === '') return
    drawn = terminal.now()
    err.write(`\r\x1b[2K${[stage, detail, time()].filter((part) => part !== '').join('  ')}`)
  }
  const timer = setInterval(draw, interval)
  timer.unref()
  return {
    stage(name) {
      stage = texts.stages[name]
      detail = ''
      draw()
    },
    detail({ pages, articles }) {
      detail = [
        pages === undefined ? '' : texts.pages(pages),
        articles === undefined ? '' : texts.articles(articles),
      ]
        .filter((part) => part !== '')
        .join(' ')
      if (terminal.now() - drawn >= interval) draw()
    },
    end() {
      clearInterval(timer)
      if (stage !== '') err.write('\r\x1b[2K')
      stage = ''
    },
  }
}

const silent: Progress = { stage() {}, detail() {}, end() {} }
