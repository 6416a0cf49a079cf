import type { Attributes } from '../issue/index.js'

const token =
  /\s*(?:#([^\s#.{}="']+)|\.([^\s#.{}="']+)|([\p{L}_][\p{L}\p{N}_:-]*)=(?:"([^"]*)"|'([^']*)'|([^\s"'{}=]+)))(?=\s|$|[#.])/uy

/**
 * What stands between the braces of `{#id .class key=value key="two words"}`.
 *
 * @returns `undefined` when it is not made of attributes only; a doubled id or key keeps the last one
 */
export function parseAttributes(inner: string): Attributes | undefined {
  const text = inner.trim()
  if (text === '') return undefined
  let id: string | undefined
  const classes: string[] = []
  const values: Record<string, string> = {}
  token.lastIndex = 0
  while (token.lastIndex < text.length) {
    const match = token.exec(text)
    if (!match) return undefined
    const [, idPart, classPart, key, doubleQuoted, singleQuoted, bare] = match
    if (idPart !== undefined) id = idPart
    else if (classPart !== undefined) classes.push(classPart)
    else if (key !== undefined) values[key] = doubleQuoted ?? singleQuoted ?? bare ?? ''
  }
  return { id, classes, values }
}

/** Whether text between braces was meant as attributes, well written or not. */
export function looksLikeAttributes(inner: string): boolean {
  return /^\s*(?:#\S|\.\p{L}|[\p{L}_][\p{L}\p{N}_:-]*=)/u.test(inner)
}
