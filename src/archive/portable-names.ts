/** Longest name of one folder or file in UTF-8 that every common disk holds, with room for a number. */
const longest = 240

/**
 * Names for files that every common disk, BagIt reader and package can hold, by the files' own names. What cannot stand
 * in such a name becomes its full-width form (`%` becomes `％`: readers of BagIt disagree about it); names that differ
 * only in case or in the composition of characters, and so would be one file on some disks, get a number; a name that is
 * too long is cut. Names that are fine stay as they are.
 */
export function portableNames(names: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  // Names that need no change come first, so that no other takes their place.
  const ordered = names.toSorted((a, b) => Number(isPlain(b)) - Number(isPlain(a)) || (a < b ? -1 : 1))
  const result = new Map<string, string>()
  for (const name of ordered) {
    const plain = name.split('/').map(plainStep).join('/')
    let free = plain
    for (let number = 2; taken.has(folded(free)); number += 1) free = numbered(plain, number)
    taken.add(folded(free))
    result.set(name, free)
  }
  return result
}

function isPlain(name: string): boolean {
  return name.split('/').map(plainStep).join('/') === name
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

/** Characters that Windows, BagIt or a shell would trip over. */
const awkward = /[%<>:"|?*\\]/gu
const control = /[\u0000-\u001f\u007f]/gu
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/iu

function plainStep(step: string): string {
  const full = step
    .replace(control, '_')
    .replace(awkward, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0))
    .replace(reserved, '_$&')
    .replace(/[. ]$/u, '_')
  return shortened(full)
}

function shortened(step: string): string {
  if (Buffer.byteLength(step) <= longest) return step
  const extension = /\.[A-Za-z0-9]{1,8}$/u.exec(step)?.[0] ?? ''
  let stem = step.slice(0, step.length - extension.length)
  while (Buffer.byteLength(stem) + extension.length > longest) stem = [...stem].slice(0, -1).join('')
  return stem + extension
}

function numbered(name: string, number: number): string {
  const at = name.lastIndexOf('.') > name.lastIndexOf('/') + 1 ? name.lastIndexOf('.') : name.length
  return `${name.slice(0, at)}~${number}${name.slice(at)}`
}
