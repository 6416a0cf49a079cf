import fc from 'fast-check'

/**
 * Property tests draw the same cases in every run, so that a red test speaks of the change at hand. `KANBEN_SEED=$RANDOM
 * npm test` draws others.
 */
fc.configureGlobal({ seed: Number(process.env['KANBEN_SEED'] ?? 20_261_101) })
