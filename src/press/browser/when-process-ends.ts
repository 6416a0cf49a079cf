const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Runs `end` when this process ends in any way that it can notice: return, exception, SIGINT, SIGTERM, SIGHUP. `end`
 * must be synchronous. Where nobody else listens for the signal the process then dies of it, as it would have.
 *
 * @returns takes the watch off again
 */
export function whenProcessEnds(end: () => void): () => void {
  const onSignal = (signal: NodeJS.Signals) => {
    end()
    stop()
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
  }
  const stop = () => {
    process.off('exit', end)
    for (const signal of signals) process.off(signal, onSignal)
  }
  process.once('exit', end)
  for (const signal of signals) process.on(signal, onSignal)
  return stop
}
