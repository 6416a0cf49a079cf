/** A quotation mark that opens and the one that closes, as indices into the text. */
export interface QuotePair {
  readonly open: number
  readonly close: number
}

export interface FoundQuotes {
  readonly pairs: readonly QuotePair[]
  /** Apostrophes, typed curly: `Pasteur’s`. */
  readonly apostrophes: readonly number[]
  /** Straight marks without a partner that stand beside Chinese text. */
  readonly unpaired: readonly number[]
}

const letter = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u
const digit = /\d/
const opensAfter = /[\s(（[［{“‘《〈「『]/u

/**
 * Finds the quotations of one block of text, typed with straight or with curly marks. Straight marks open and close in
 * turn; where one is left over, none of its kind is paired, because any of them could be the odd one. Apostrophes, inches
 * and feet are no quotations.
 *
 * @param isLiteral marks that the author has escaped
 */
export function quotePairs(text: string, isLiteral: (at: number) => boolean): FoundQuotes {
  const pairs: QuotePair[] = []
  const unpaired: number[] = []
  for (const mark of ['"', "'"]) {
    const found = straight(text, mark, isLiteral)
    pairs.push(...found.pairs)
    unpaired.push(...found.unpaired)
  }
  const apostrophes: number[] = []
  for (const [opening, closing] of [
    ['“', '”'],
    ['‘', '’'],
  ] as const) {
    const open: number[] = []
    for (let at = 0; at < text.length; at++) {
      if (text[at] === opening) open.push(at)
      else if (text[at] === closing) {
        const isApostrophe = closing === '’' && isWithinWord(text, at, open.length > 0)
        const start = isApostrophe ? undefined : open.pop()
        if (isApostrophe) apostrophes.push(at)
        else if (start !== undefined) pairs.push({ open: start, close: at })
      }
    }
  }
  return { pairs: pairs.toSorted((a, b) => a.open - b.open), apostrophes, unpaired }
}

function straight(
  text: string,
  mark: string,
  isLiteral: (at: number) => boolean,
): Pick<FoundQuotes, 'pairs' | 'unpaired'> {
  const pairs: QuotePair[] = []
  let open: number | undefined
  let first: number | undefined
  let odd = false
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) {
    if (isLiteral(at)) continue
    const before = text.charAt(at - 1)
    if (mark === "'" && isWithinWord(text, at, open !== undefined)) continue
    // 27" and 5'10": inches and feet.
    if (open === undefined && digit.test(before)) continue
    first ??= at
    if (open !== undefined) {
      pairs.push({ open, close: at })
      open = undefined
    } else if (before === '' || opensAfter.test(before) || text.charAt(at + 1).trim() !== '') open = at
    else odd = true
  }
  if (open === undefined && !odd) return { pairs, unpaired: [] }
  return { pairs: [], unpaired: first === undefined ? [] : [first] }
}

/** don’t, Pasteur’s, students’ */
function isWithinWord(text: string, at: number, isOpen: boolean): boolean {
  const before = text.charAt(at - 1)
  const after = text.charAt(at + 1)
  if (letter.test(after) && (letter.test(before) || digit.test(before))) return true
  return !isOpen && letter.test(before)
}
