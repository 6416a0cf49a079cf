import { expect } from 'vitest'
import type { PrintedLine } from './set-issue.js'

/** From the first of two neighbours to the second. */
export function distance({ text, at }: PrintedLine, two: string): number {
  const i = text.indexOf(two)
  return i < 0 ? NaN : (at[i + 1] ?? NaN) - (at[i] ?? NaN)
}

/** What a space within a line has got, of what it may get: 0 to 1. */
export interface Step {
  readonly name: string
  readonly share: (line: PrintedLine) => number
}

/** All of one step is done before any of the next, and each is seen half done. */
export function expectOrder(of: readonly PrintedLine[], steps: readonly Step[]): void {
  for (const [i, { name: step, share }] of steps.entries()) {
    expect(
      of.filter((line) => share(line) > 0.06 && share(line) < 0.94).length,
      `${step} in part`,
    ).toBeGreaterThan(0)
    for (const line of of) {
      const before = steps[i - 1]?.share(line) ?? 1
      if (share(line) > 0.06) expect(before, `${line.text}: before ${step}`).toBeGreaterThan(0.92)
    }
  }
}
