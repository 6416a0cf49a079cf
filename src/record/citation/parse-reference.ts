/** What a stretch of a reference's text is; `undefined` is punctuation and whatever else holds it together. */
export type ReferenceField =
  | 'authors'
  | 'title'
  | 'source'
  | 'edition'
  | 'place'
  | 'publisher'
  | 'year'
  | 'volume'
  | 'issue'
  | 'firstPage'
  | 'lastPage'
  | 'doi'
  | 'uri'

export interface ReferencePart {
  readonly field: ReferenceField | undefined
  readonly text: string
}

export interface ParsedReference {
  /** 文献类型标识 of GB/T 7714, e.g. `J`, `M`, `R`. */
  readonly type: string
  /** The text in order; joined they are the entry, character by character. */
  readonly parts: readonly ReferencePart[]
}

/** Ranges of fields found so far. */
type Found = [from: number, to: number, field: ReferenceField][]

/**
 * Divides an entry of 参考文献 written after GB/T 7714: `authors. title[J]. source, year, volume(issue): pages.` What is
 * not recognised stays text; an entry without a type in brackets is not divided at all.
 */
export function parseReference(text: string): ParsedReference | undefined {
  const type = /\[([A-Z]{1,2})(?:\/[A-Z]{2})?\]/u.exec(text)
  if (type === null) return undefined
  const found: Found = []
  const head = text.slice(0, type.index)
  const dot = authorsEnd(head)
  if (dot > 0) found.push([0, dot, 'authors'])
  const titleAt = dot > 0 ? dot + (/^[.．]\s*/u.exec(head.slice(dot))?.[0].length ?? 0) : 0
  if (titleAt < head.length) found.push([titleAt, head.length, 'title'])
  findTail(text, type.index + type[0].length, type[1] ?? '', found)
  return { type: type[1] ?? '', parts: cut(text, found) }
}

/** The full stop that ends the authors: the first that ends no initial; 0 when the entry begins with its title. */
function authorsEnd(head: string): number {
  for (const match of head.matchAll(/[.．](?=\s|\p{Script=Han}|$)/gu)) {
    const before = head.slice(0, match.index)
    if (!/(?:^|[\s.])\p{Lu}$/u.test(before) || /\p{Lu}{2,}(?:\s\p{Lu})+$/u.test(before)) return match.index
  }
  return 0
}

function findTail(text: string, from: number, type: string, found: Found): void {
  const tail = text.slice(from)
  const add = (pattern: RegExp, ...fields: ReferenceField[]): void => {
    const match = pattern.exec(tail)
    if (match?.indices === undefined) return
    for (const [index, field] of fields.entries()) {
      const range = match.indices[index + 1]
      if (range === undefined || range[0] === range[1]) continue
      const [begin, end] = [range[0] + from, range[1] + from]
      if (found.every(([a, b]) => end <= a || begin >= b)) found.push([begin, end, field])
    }
  }
  add(/(?:DOI[:：]\s*|doi\.org\/)(10\.\d{4,9}\/[^\s]*[^\s.,;。])/du, 'doi')
  add(/(https?:\/\/[^\s]*[^\s.,;。])/du, 'uri')
  if (type === 'J' || type === 'N') {
    add(
      /^[.．]\s*([^,，]+)[,，]\s*((?:19|20)\d{2})(?:[,，]\s*(\d+))?(?:\s*[(（](\d[\d-]*)[)）])?(?:[:：]\s*([\dA-Za-z]+)(?:[-–—]([\dA-Za-z]+))?)?/du,
      'source',
      'year',
      'volume',
      'issue',
      'firstPage',
      'lastPage',
    )
  } else {
    add(
      /^[.．]\s*([^:：,，.．]+(?:,\s[^:：,，]+)?)[:：]\s*([^,，]+)[,，]\s*((?:19|20)\d{2})/du,
      'place',
      'publisher',
      'year',
    )
    add(/((?:19|20)\d{2})/du, 'year')
  }
}

function cut(text: string, found: Found): ReferencePart[] {
  const parts: ReferencePart[] = []
  let at = 0
  for (const [from, to, field] of found.toSorted((a, b) => a[0] - b[0])) {
    if (from > at) parts.push({ field: undefined, text: text.slice(at, from) })
    parts.push({ field, text: text.slice(from, to) })
    at = to
  }
  if (at < text.length) parts.push({ field: undefined, text: text.slice(at) })
  return parts
}
