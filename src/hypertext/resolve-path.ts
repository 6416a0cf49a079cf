/**
 * A path in a manuscript as a path relative to the folder. It begins with `../` when it leads outside, which
 * the loader of pictures refuses; percent escapes are undone.
 */
export function resolvePath(articlePath: string, url: string): string {
  const base = articlePath.split('/').slice(0, -1)
  const resolved: string[] = []
  for (const step of [...base, ...decode(url).split('/')]) {
    if (step === '' || step === '.') continue
    if (step === '..' && resolved.length > 0 && resolved.at(-1) !== '..') resolved.pop()
    else resolved.push(step)
  }
  return url.startsWith('/') ? `/${decode(url).replace(/^\/+/, '')}` : resolved.join('/')
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}
