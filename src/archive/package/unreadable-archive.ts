/** A package that cannot be taken apart: cut off, damaged, or of another kind. */
export class UnreadableArchive extends Error {
  override readonly name = 'UnreadableArchive'
}
