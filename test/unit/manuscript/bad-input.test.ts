import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { messagesToJson } from '../../../src/diagnostics/index.js'
import { loadIssue } from '../../../src/manuscript/index.js'

const fixtures = path.join(import.meta.dirname, '../../fixtures/bad-input')

describe('Each issue in fixtures/bad-input says what its expected.txt says; one without it says nothing', () => {
  it.each(readdirSync(fixtures))('%s', async (name) => {
    const folder = path.join(fixtures, name)
    const { issue, files } = await loadIssue(folder)
    const messages = messagesToJson(files)
    const told = messages
      .map(({ file, line, column, severity, rule, reason, note }) =>
        [
          `${[file, line, column].filter((part) => part !== undefined).join(':')} ${severity} ${rule}`,
          `  ${reason.en}`,
          `  ${reason.zh}`,
          `  > ${note.en}`,
          `  > ${note.zh}`,
        ].join('\n'),
      )
      .join('\n\n')
    const expected = path.join(folder, 'expected.txt')
    if (existsSync(expected) || process.env['KANBEN_UPDATE'] === '1') {
      await expect(`${told}\n`).toMatchFileSnapshot(expected)
    } else {
      expect(told).toBe('')
    }
    expect(issue === undefined).toBe(messages.some(({ severity }) => severity === 'error'))
  })
})
