import { defineConfig } from 'vitest/config'
import { ClosingLine } from './test/closing-line.js'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/shared-folder.ts'],
    setupFiles: ['test/repeatable.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Two browsers at a time are as many as a small machine runs well.
    maxWorkers: 2,
    reporters: ['default', new ClosingLine()],
  },
})
