import { describe, expect, test } from 'vitest'
import { preflight } from '../../src/press/pdf/preflight/index.js'
import { mutants, mutate } from './mutants.js'
import { issues, readingPdf } from './reading-pdf.js'
import { hasVeraPdf, veraPdf, type Flavour } from './verapdf.js'

const files = (async () => {
  const made = new Map<string, Uint8Array>()
  for (const root of issues) made.set(root, await readingPdf(root))
  const [sample] = issues
  const whole = made.get(sample ?? '') ?? new Uint8Array()
  for (const [name, mutant] of Object.entries(mutants)) made.set(name, await mutate(whole, mutant))
  return made
})()

describe.skipIf(!hasVeraPdf)('veraPDF', () => {
  const verdicts = (async () => {
    if (!hasVeraPdf) return undefined
    const all = await files
    // A judgement takes its time: each mutant meets the standard that it breaks.
    const judge = (flavour: Flavour) =>
      veraPdf(flavour, new Map([...all].filter(([name]) => (mutants[name]?.flavour ?? flavour) === flavour)))
    return Promise.all([judge('2a'), judge('ua1')])
  })()

  test.each(issues)('finds %s to be PDF/A-2a and PDF/UA-1', { timeout: 600_000 }, async (root) => {
    expect((await verdicts)?.map((verdict) => verdict.get(root))).toEqual([[], []])
  })

  test.each(Object.keys(mutants))('refuses a file with %s', { timeout: 600_000 }, async (name) => {
    expect((await verdicts)?.flatMap((verdict) => verdict.get(name) ?? [])).not.toEqual([])
  })
})

describe('our own check', () => {
  test.each(issues)('has nothing against %s', { timeout: 300_000 }, async (root) => {
    const { claims, findings } = await preflight((await files).get(root) ?? new Uint8Array())
    expect({ claims, findings: findings.filter(({ severity }) => severity === 'error') }).toEqual({
      claims: { archive: '2A', accessible: true, press: undefined },
      findings: [],
    })
  })

  test.each(Object.entries(mutants))(
    'refuses a file with %s',
    { timeout: 300_000 },
    async (name, { rule }) => {
      const { findings } = await preflight((await files).get(name) ?? new Uint8Array())
      expect(findings.map((finding) => finding.rule)).toContain(rule)
    },
  )
})
