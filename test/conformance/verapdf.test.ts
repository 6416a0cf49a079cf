import { describe, expect, test } from 'vitest'
import { preflight } from '../../src/press/pdf/preflight/index.js'
import { builtIssue, builtStressIssue } from '../built-issue.js'
import { mutants, mutate } from './mutants.js'
import { issues, readingPdf } from './reading-pdf.js'
import { hasVeraPdf, veraPdf, type Flavour } from './verapdf.js'

const stress = 'the stress issue'
const attached = 'the sample with its manuscripts attached'

const files = (async () => {
  const made = new Map<string, Uint8Array>()
  for (const root of issues) made.set(root, (await builtIssue(root)).pdf)
  const [sample = ''] = issues
  made.set(stress, (await builtStressIssue()).pdf)
  made.set(attached, await readingPdf(sample, { attachSources: true }))
  const whole = made.get(sample) ?? new Uint8Array()
  for (const [name, mutant] of Object.entries(mutants)) made.set(name, await mutate(whole, mutant))
  return made
})()

/** Each file meets the standards that it claims, each mutant the one that it breaks. */
function isJudged(name: string, flavour: Flavour): boolean {
  const mutant = mutants[name]
  if (mutant) return mutant.flavour === flavour
  return flavour === 'ua1' || flavour === (name === attached ? '3a' : '2a')
}

describe.skipIf(!hasVeraPdf)('veraPDF', () => {
  const verdicts = (async () => {
    if (!hasVeraPdf) return undefined
    const all = await files
    // A judgement takes its time: each mutant meets the standard that it breaks.
    const judge = (flavour: Flavour) =>
      veraPdf(flavour, new Map([...all].filter(([name]) => isJudged(name, flavour))))
    return Promise.all([judge('2a'), judge('ua1'), judge('3a')])
  })()

  test.each([...issues, stress])(
    'finds %s to be PDF/A-2a and PDF/UA-1',
    { timeout: 900_000 },
    async (root) => {
      expect((await verdicts)?.map((verdict) => verdict.get(root))).toEqual([[], [], undefined])
    },
  )

  test(
    'finds the sample with its manuscripts to be PDF/A-3a and PDF/UA-1',
    { timeout: 900_000 },
    async () => {
      expect((await verdicts)?.map((verdict) => verdict.get(attached))).toEqual([undefined, [], []])
    },
  )

  test.each(Object.keys(mutants))('refuses a file with %s', { timeout: 900_000 }, async (name) => {
    expect((await verdicts)?.flatMap((verdict) => verdict.get(name) ?? [])).not.toEqual([])
  })
})

describe('our own check', () => {
  test.each([...issues, stress, attached])('has nothing against %s', { timeout: 600_000 }, async (root) => {
    const { claims, findings } = await preflight((await files).get(root) ?? new Uint8Array())
    expect({ claims, findings: findings.filter(({ severity }) => severity === 'error') }).toEqual({
      claims: { archive: root === attached ? '3A' : '2A', accessible: true, press: undefined },
      findings: [],
    })
  })

  test.each(Object.entries(mutants))(
    'refuses a file with %s',
    { timeout: 600_000 },
    async (name, { rule }) => {
      const { findings } = await preflight((await files).get(name) ?? new Uint8Array())
      expect(findings.map((finding) => finding.rule)).toContain(rule)
    },
  )
})
