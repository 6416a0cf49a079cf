/** Signals that end the program, by number (POSIX): an interrupted program exits with 128 + number. */
const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const

type SignalName = keyof typeof signals

/** Milliseconds that the stages have to close the browser and take their files away. */
const patience = 15_000

export interface Interrupt {
  readonly signal: AbortSignal
  /** `undefined` until the program is interrupted. */
  exitCode(): number | undefined
}

/**
 * Turns the first signal into an abort, so that the browser is closed and nothing half-written stays. A second signal,
 * or an end that does not come, ends the program at once.
 */
export function listenForInterrupt(process: NodeJS.Process): Interrupt {
  const controller = new AbortController()
  let code: number | undefined
  const names = Object.keys(signals) as SignalName[] // the keys of the constant above
  for (const name of names) {
    process.on(name, () => {
      if (code !== undefined) process.exit(code)
      code = 128 + signals[name]
      setTimeout(() => process.exit(code), patience).unref()
      controller.abort(new Error(name))
    })
  }
  return { signal: controller.signal, exitCode: () => code }
}
