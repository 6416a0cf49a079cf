/** A store that cannot take an issue: the folder holds something else, what it holds is damaged, or another run writes into it. */
export class StoreProblem extends Error {
  override readonly name = 'StoreProblem'

  constructor(
    readonly kind: 'foreign' | 'damaged' | 'busy',
    /** What is foreign or damaged, or the other run's claim. */
    readonly place: string,
  ) {
    super(`${kind}: ${place}`)
  }
}
