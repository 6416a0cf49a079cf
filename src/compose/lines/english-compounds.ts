/** English compounds that the patterns leave whole or divide within a part; dictionaries divide them between their parts. */
const compounds = [
  'spill-over',
  'turn-over',
  'take-over',
  'roll-over',
  'hand-over',
  'cross-over',
  'left-over',
  'road-map',
  'pipe-line',
  'off-line',
  'web-page',
  'data-center',
  'start-up',
]

/** By word in small letters, where it is divided. */
export const compoundParts: ReadonlyMap<string, readonly number[]> = new Map(
  compounds.map((word) => [word.replace('-', ''), [word.indexOf('-')]]),
)
