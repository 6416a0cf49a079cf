/**
 * How far an annotation in letters may reach over what stands beside its base, in em of the base: as far as leaves
 * `leastGap` between two that both reach over the character between their bases. That is enough for the longest syllables.
 */
export const rubyReach = 0.375

/** The same for one in Chinese. */
const hanReach = 0.25

/** Between two annotations in letters: a word space, in em of the base (CLREQ 3.3.4.1). */
export const leastGap = 0.25

/** Between two words that are both annotated with their reading (CLREQ 3.3.4.3). */
const leastBetweenWords = 0.5

/** Letters that only Pinyin has together with Han below. */
const pinyin = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/i

/** While they are measured, annotations stand behind their bases, both as wide as they are by themselves. */
export const rubyStyle = `
:is(p, li).kb-ruby { text-align: start !important; }
.kb-ruby ruby, ruby.kb-ruby { text-autospace: no-autospace !important; white-space: nowrap !important; }
.kb-ruby rt { display: inline !important; }
`

interface Annotated {
  readonly ruby: HTMLElement
  readonly annotation: HTMLElement
  /** Px of the base alone, and of the annotation set solid. */
  readonly base: number
  readonly width: number
  readonly em: number
  readonly characters: number
  readonly isLatin: boolean
  /** Gives the reading of its base. */
  readonly isPinyin: boolean
  /** A longer annotation spreads the base's characters instead of standing out at both sides (CLREQ 3.3.6.1). */
  readonly spreads: boolean
}

/**
 * Keeps annotated characters on the grid: an annotation wider than its base reaches over its neighbours on both sides, by
 * a little at most, and only then makes room at the base. Of two annotated neighbours the first is followed by the
 * space that their annotations lack. So the width of a base does not depend on where in a line it stands. One pass of
 * reading between two of writing.
 */
export function spaceRuby(parts: readonly HTMLElement[]): void {
  const rubies = parts.flatMap((part) => [...part.querySelectorAll<HTMLElement>('ruby')])
  if (rubies.length === 0) return
  const around = new Set(rubies.map((ruby) => ruby.closest('p, li') ?? ruby))
  for (const element of around) element.classList.add('kb-ruby')
  const read = new Map(rubies.flatMap((ruby) => readRuby(ruby)).map((one) => [one.ruby, one]))
  for (const element of around) element.classList.remove('kb-ruby')
  for (const one of read.values()) {
    const overhang = Math.max(0, one.width - one.base) / 2
    const reach = (one.isLatin ? rubyReach : hanReach) * one.em
    const room = Math.max(0, overhang - reach)
    const next = one.ruby.nextSibling
    const beside = next instanceof HTMLElement && one.isLatin ? read.get(next) : undefined
    const gap = beside ? gapBetween(one, beside) : 0
    const spread = one.spreads ? (2 * room) / one.characters : 0
    // The annotation never widens the base by itself: the browser would let it reach over once more.
    if (overhang > 0) setMargins(one.annotation, -(spread > 0 ? reach : overhang) - spread / 2, spread)
    if (spread > 0) {
      one.ruby.style.letterSpacing = `${round(spread)}px`
      one.annotation.style.letterSpacing = 'normal'
      setMargins(one.ruby, spread / 2, gap - spread)
    } else if (room + gap > 0) setMargins(one.ruby, room, gap)
  }
}

/** Px before, and by how much more after. */
function setMargins({ style }: HTMLElement, start: number, more: number): void {
  style.marginInlineStart = `${round(start)}px`
  style.marginInlineEnd = `${round(start + more)}px`
}

/** Px that two annotated neighbours need between their rooms. */
function gapBetween(one: Annotated, beside: Annotated): number {
  const gap = leastGap * one.em - slack(one) - slack(beside)
  const areWords = one.isPinyin && beside.isPinyin && one.characters + beside.characters > 2
  return Math.max(0, gap, areWords ? leastBetweenWords * one.em - roomOf(one) - roomOf(beside) : 0)
}

function roomOf({ base, width, em }: Annotated): number {
  return Math.max(0, (width - base) / 2 - rubyReach * em)
}

/** One for all: the browser keeps every range up to date at every change of the document. */
const range = document.createRange()

/** Ruby of several bases, written as HTML, is the browser's. */
function readRuby(ruby: HTMLElement): Annotated[] {
  const [annotation, ...others] = ruby.querySelectorAll('rt')
  if (annotation === undefined || others.length > 0) return []
  range.selectNodeContents(annotation)
  const width = widthOfRange()
  range.setStart(ruby, 0)
  range.setEndBefore(annotation)
  const base = [...ruby.childNodes].map((node) => (isBase(node) ? node.textContent : '')).join('')
  const isPinyin = pinyin.test(annotation.textContent)
  const characters = [...base].length
  return [
    {
      ruby,
      annotation,
      base: widthOfRange(),
      width,
      em: parseFloat(getComputedStyle(ruby).fontSize),
      characters,
      isLatin: ruby.matches('.latin'),
      isPinyin,
      spreads: !isPinyin && characters > 1 && /^\p{Script=Han}+$/u.test(base),
    },
  ]
}

function isBase(node: Node): boolean {
  return !(node instanceof Element && node.matches('rt, rp'))
}

function widthOfRange(): number {
  return [...range.getClientRects()].reduce((sum, rect) => sum + rect.width, 0)
}

/** What is free on either side between the annotation and the edge of its base's room; negative where it reaches over. */
function slack({ base, width, em }: Annotated): number {
  const room = Math.max(base, width - 2 * rubyReach * em)
  return (room - width) / 2
}

function round(px: number): number {
  return Math.round(px * 1000) / 1000
}
