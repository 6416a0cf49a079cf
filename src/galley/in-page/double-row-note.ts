/** 割注: where the lines that it is broken over may end. */
export interface NoteColumns {
  /** For the composer: a piece for each column of two characters, joined where no line may end between. */
  readonly text: string
  /** Px of each piece. */
  readonly pieces: readonly number[]
  /** Characters before each UTF-16 unit of `text`, and all of them at its end. */
  readonly charactersBefore: readonly number[]
  readonly characters: readonly NoteCharacter[]
}

export interface NoteCharacter {
  readonly text: string
  /** Px. */
  readonly width: number
}

const neverFirst = /^[，。、；：！？”’）》〉】」』…—·]/u
const neverLast = /^[“‘（《〈【「『]/u
const letter = /^[\p{Script=Latin}\p{N}.,%'’-]/u
/** The blank half of these ends a row. */
const blankEnd = /^[，。、；：！？”’）》〉】」』]/u

/** A line takes in two columns of a note at least. */
const least = 2

/** Share of its width by which a note's rows may be spaced out, or set closer, for their line. */
export const noteGive = 0.08

/** Reads a note as it stands, in two rows. Returns nothing when it is too short for two lines. */
export function readNote(note: Element): NoteColumns | undefined {
  const characters = charactersOf(note)
  const wide = Math.max(0, ...characters.map(({ width }) => width))
  const pieces: number[] = []
  const starts: number[] = []
  for (let at = 0; at < characters.length;) {
    starts.push(at)
    let width = 0
    do width += characters[at++]?.width ?? 0
    while (at < characters.length && (width < 1.9 * wide || !mayPart(characters, at)))
    pieces.push(width / 2)
  }
  // Of an odd number the last has the other row's place beside it.
  const last = pieces.length - 1
  if ((pieces[last] ?? 0) < 0.9 * wide) pieces[last] = wide
  if (pieces.length < 2 * least) return undefined
  let text = ''
  const charactersBefore: number[] = []
  for (const [i, start] of starts.entries()) {
    charactersBefore.push(start)
    text += '\ufffc'
    if (i < last && (i + 1 < least || last - i < least)) {
      text += '\u2060'
      charactersBefore.push(start)
    }
  }
  charactersBefore.push(characters.length)
  return { text, pieces, charactersBefore, characters }
}

const range = document.createRange()

function charactersOf(note: Element): NoteCharacter[] {
  return [...note.querySelectorAll('.row')].flatMap((row) => {
    const node = row.firstChild
    if (!(node instanceof Text)) return []
    let at = 0
    return [...node.data].map((text) => {
      range.setStart(node, at)
      range.setEnd(node, (at += text.length))
      return { text, width: range.getBoundingClientRect().width }
    })
  })
}

/** Whether a row or line may end between two characters. */
function mayPart(characters: readonly NoteCharacter[], at: number): boolean {
  const before = characters[at - 1]?.text ?? ''
  const after = characters[at]?.text ?? ''
  if (neverFirst.test(after) || neverLast.test(before)) return false
  return !(letter.test(before) && letter.test(after))
}

/**
 * Sets a note in parts, each of two rows that fill its width; each reads on from its upper row to its lower one.
 *
 * @param parts px and number of characters of each
 * @returns an element for each part
 */
export function partNote(
  note: HTMLElement,
  characters: readonly NoteCharacter[],
  parts: readonly { readonly width: number; readonly count: number }[],
): HTMLElement[] {
  let from = 0
  const elements = parts.map(({ width, count }, i) => {
    const own = characters.slice(from, (from += count))
    const part = document.createElement('span')
    part.className = 'kb-note-part'
    part.style.width = `${width}px`
    const at = parting(own)
    const rows = [own.slice(0, at), own.slice(at)].filter((row) => row.length > 0)
    part.append(...rows.map((row, k) => rowOf(row, width, i === parts.length - 1 && k === rows.length - 1)))
    return part
  })
  note.classList.add('kb-parted-note')
  note.replaceChildren(...elements)
  return elements
}

/** Where the lower row begins: the place nearest to the middle where a row may end, the upper one rather the longer. */
function parting(characters: readonly NoteCharacter[]): number {
  const total = widthOf(characters)
  let best = characters.length
  let least = Infinity
  for (let at = 1; at < characters.length; at++) {
    if (!mayPart(characters, at)) continue
    const upper = widthOf(characters.slice(0, at))
    const off = Math.abs(upper - total / 2) + (upper < total / 2 ? 0.01 : 0)
    if (off < least) [best, least] = [at, off]
  }
  return best
}

function widthOf(characters: readonly NoteCharacter[]): number {
  return characters.reduce((sum, { width }) => sum + width, 0)
}

/** A row as wide as its part; the note's last may end before. */
function rowOf(characters: readonly NoteCharacter[], width: number, isLast: boolean): HTMLElement {
  const row = document.createElement('span')
  row.className = 'row'
  row.textContent = characters.map(({ text }) => text).join('')
  const natural = widthOf(characters)
  const last = characters.at(-1)
  const blank = natural > width + 0.01 && last && blankEnd.test(last.text) ? last.width / 2 : 0
  const missing = width - natural + blank
  if (Math.abs(missing) > 0.01 && characters.length > 1 && !(isLast && missing > 0))
    row.style.letterSpacing = `${Math.round((missing / (characters.length - 1)) * 1000) / 1000}px`
  return row
}
