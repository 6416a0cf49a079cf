import type { Reporter, TestModule } from 'vitest/node'

/**
 * Ends the run with one plain line, `12 passed, 0 failed, 1 skipped`, for programs that read the log. A file that did
 * not load counts as a failure.
 */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 }
    for (const module of modules) {
      const tests = [...module.children.allTests()]
      for (const test of tests) count[test.result().state] += 1
      if (module.state() === 'failed' && tests.every((test) => test.result().state !== 'failed'))
        count.failed += 1
    }
    const skipped = count.skipped + count.pending
    // The default reporter has written its own summary by now: this line stands last.
    process.stdout.write(
      `\n${count.passed} passed, ${count.failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}\n`,
    )
  }
}
