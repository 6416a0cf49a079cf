#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { listenForInterrupt } from './interrupt.js'
import { run } from './run.js'
import type { Output } from './terminal.js'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}
const interrupt = listenForInterrupt(process)
const code = await run(
  {
    argv: process.argv.slice(2),
    env: process.env,
    cwd: process.cwd(),
    out: output(process.stdout),
    err: output(process.stderr),
    now: () => performance.now(),
  },
  { version, signal: interrupt.signal, loadPipeline: () => import('../pipeline/index.js') },
)
// A socket or a child that somebody forgot must not keep the program alive once all is written.
await Promise.all([drained(process.stdout), drained(process.stderr)])
process.exit(interrupt.exitCode() ?? code)

function output(stream: NodeJS.WriteStream): Output {
  // A reader that has seen enough (`kanben check | head`) is no error.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  return {
    isTTY: stream.isTTY ?? false,
    columns: stream.columns,
    write: (text) => {
      stream.write(text)
    },
  }
}

function drained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => {
      resolve()
    })
  })
}
