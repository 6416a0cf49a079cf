import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeArticle, composeGreedily } from '../../../src/compose/index.js'
import { composeWith } from '../../../src/compose/pages/compose-article.js'
import { EXHAUSTIVE, NARROW } from '../../../src/compose/pages/effort.js'
import { faultsOf } from './check-plan.js'
import { ANY, galleys } from './random-galley.js'

const OPTIONS = { start: 'page' } as const

describe('composeArticle', () => {
  it('puts everything on pages, in order, without overlap', () => {
    fc.assert(
      fc.property(galleys(ANY), ({ galley, geometry }) => {
        const composed = composeWith(NARROW, galley, geometry, OPTIONS)
        expect(faultsOf(galley, geometry, composed.plan)).toEqual([])
        expect(composed.plan.statistics.cost).toBe(composed.cost)
      }),
      { numRuns: 2000 },
    )
  })
})
