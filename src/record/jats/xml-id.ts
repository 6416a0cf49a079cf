/** An id as XML has them (NCName): what may not begin or stand in one becomes `_` and its code point. */
export function xmlId(id: string): string {
  const name = id.replace(
    /[^\p{L}\p{N}\p{M}._-]/gu,
    (character) => `_${character.codePointAt(0)?.toString(16)}_`,
  )
  return /^[\p{L}_]/u.test(name) ? name : `_${name}`
}
