/**
 * Gives each article its id: `a` and the file name in lower-case ASCII, `a03-path`. A name in other letters becomes
 * `article-` and its number in the contents. Of two that would be the same, the later gets `-2`.
 *
 * @param paths in the order of the contents
 */
export function articleIds(paths: readonly string[]): string[] {
  const taken = new Set<string>()
  return paths.map((path, index) => {
    const base = slug(path) ?? `article-${index + 1}`
    let id = base
    for (let count = 2; taken.has(id); count++) id = `${base}-${count}`
    taken.add(id)
    return id
  })
}

function slug(path: string): string | undefined {
  const name = (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '')
  if (/\P{ASCII}/u.test(name)) return undefined
  const plain = name
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return plain === '' ? undefined : `a${plain}`
}
