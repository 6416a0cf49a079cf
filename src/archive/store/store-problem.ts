/** A store that cannot take an issue: the folder holds something else, or what it holds is damaged. */
export class StoreProblem extends Error {
  override readonly name = 'StoreProblem'

  constructor(
    readonly kind: 'foreign' | 'damaged',
    readonly place: string,
  ) {
    super(`${kind}: ${place}`)
  }
}
