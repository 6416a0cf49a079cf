import { forcedBreak, type LineParagraph, type LineStyle, type MarkStyle } from '../../issue/index.js'
import type { FlowNode } from './flow-tree.js'
import { noteGive, readNote, type NoteColumns } from './double-row-note.js'
import { unlock } from './lock-lines.js'
import { noteBlocks } from './measure-notes.js'
import { solidBlocks } from './solid-blocks.js'
import { placeOf } from './place-of.js'
import type { SetPart } from './set-parts.js'

/** A stretch of a paragraph: text, or an element that is one piece. */
export interface Segment {
  readonly node: Text | Element
  /** UTF-16 units of the paragraph. */
  readonly from: number
  readonly length: number
}

/** What it takes to lock a paragraph: where each character of its text stands in the document. */
export interface LockSite {
  readonly element: HTMLElement
  segments: readonly Segment[]
  /** As the paragraph's. */
  readonly align?: LineParagraph['align']
  /** 割注 that may be broken over lines. */
  readonly notes: ReadonlyMap<Element, NoteColumns>
}

/** The font of a style, for measuring. */
export interface StyleFont {
  readonly font: string
  readonly language: string
}

export interface ReadParagraphs {
  readonly paragraphs: LineParagraph[]
  readonly styles: LineStyle[]
  /** By style. */
  readonly fonts: StyleFont[]
  /** By paragraph. */
  readonly locks: LockSite[]
}

const pieceTags = 'math, img, svg, input, ruby, .checkbox'

/** Reads the paragraphs whose lines are to be composed; those that were locked before only when a number in them may have changed. */
export function readParagraphs(parts: readonly SetPart[]): ReadParagraphs {
  const reader = new Reader()
  for (const part of parts) {
    const elements = [
      ...paragraphsOf(part.flow),
      ...solidBlocks(part.flow),
      ...[...part.notes, ...part.openingNotes].flatMap(noteBlocks),
    ]
    for (const element of elements) {
      if (element.matches('.kb-lines, .kb-left')) {
        if (element.querySelector('.page-number') === null) continue
        unlock(element)
      }
      reader.read(element, part.file, markStyleOf(part.element))
    }
  }
  reader.measureRuby()
  return reader.result
}

function paragraphsOf(flow: readonly FlowNode[]): HTMLElement[] {
  return flow.flatMap((node) => {
    if (node.type === 'container') return paragraphsOf(node.children)
    return node.type === 'paragraph' && node.role !== 'code' ? [node.element] : []
  })
}

class Reader {
  readonly result: ReadParagraphs = { paragraphs: [], styles: [], fonts: [], locks: [] }
  readonly #styles = new Map<string, number>()
  readonly #ruby: { readonly paragraph: HTMLElement; readonly pieces: number[]; readonly rubies: Ruby[] }[] =
    []

  read(element: HTMLElement, file: string | undefined, marks: MarkStyle | undefined): void {
    const style = getComputedStyle(element)
    if (style.whiteSpaceCollapse !== 'collapse' || style.getPropertyValue('text-wrap-mode') === 'nowrap')
      return
    if (!/^(zh|$)/.test(languageOf(element)) || element.querySelector('wbr')) return
    const align = alignOf(style)
    const walk = new Walk(parseFloat(style.fontSize))
    if (!walk.children(element, style)) return
    if (walk.notes.size === 0 && !/\p{Script=Han}/u.test(walk.text)) return
    const runs: { from: number; style: number }[] = []
    for (const { from, style: own, call } of walk.styled) {
      const index = this.#styleIndex(own, languageOf(own.element), call)
      if (runs.at(-1)?.style !== index) runs.push({ from, style: index })
    }
    const measure = element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
    this.result.paragraphs.push({
      text: walk.text,
      runs,
      pieces: walk.pieces,
      ...(walk.notes.size > 0 && { give: walk.give }),
      measure,
      indent: style.textIndent.endsWith('%') ? 0 : parseFloat(style.textIndent),
      align,
      marks,
      place: placeOf(element, file),
    })
    this.result.locks.push({ element, segments: walk.segments, align, notes: walk.notes })
    if (walk.rubies.length > 0)
      this.#ruby.push({ paragraph: element, pieces: walk.pieces, rubies: walk.rubies })
  }

  /** A justified line has stretched its ruby with the rest: the widths are those on one endless line. */
  measureRuby(): void {
    for (const { paragraph } of this.#ruby) paragraph.style.whiteSpace = 'nowrap'
    for (const { pieces, rubies } of this.#ruby) {
      for (const { element, at } of rubies) {
        const style = getComputedStyle(element)
        pieces[at] =
          element.getBoundingClientRect().width + parseFloat(style.marginLeft) + parseFloat(style.marginRight)
      }
    }
    for (const { paragraph } of this.#ruby) paragraph.style.removeProperty('white-space')
  }

  #styleIndex({ style }: Styled, language: string, call: boolean): number {
    const autospace = style.getPropertyValue('text-autospace') !== 'no-autospace'
    // The shorthand is empty when any property beside these is set.
    const font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
    const hyphens = style.hyphens !== 'none'
    const key = `${font}|${language}|${autospace}|${call}|${hyphens}`
    const known = this.#styles.get(key)
    if (known !== undefined) return known
    const index = this.result.styles.length
    this.#styles.set(key, index)
    this.result.styles.push({ em: parseFloat(style.fontSize), autospace, call, language, hyphens })
    this.result.fonts.push({ font, language })
    return index
  }
}

interface Styled {
  readonly element: Element
  readonly style: CSSStyleDeclaration
}

interface Ruby {
  readonly element: Element
  /** Index into the pieces. */
  readonly at: number
}

/** One paragraph's inline content. */
class Walk {
  text = ''
  readonly segments: Segment[] = []
  readonly styled: { readonly from: number; readonly style: Styled; readonly call: boolean }[] = []
  readonly pieces: number[] = []
  /** Px by which the pieces may be wider or narrower. */
  readonly give: number[] = []
  readonly rubies: Ruby[] = []
  readonly notes = new Map<Element, NoteColumns>()
  /** A block within, after which nothing was read yet. */
  #ended: Element | undefined

  constructor(readonly size: number) {}

  /** Returns false when there is something that has no place in composed lines. */
  children(element: Element, style: CSSStyleDeclaration): boolean {
    const letters = style.letterSpacing
    // What a name's last character loses, the name's margin gives back: together they are as wide as without.
    if (letters !== 'normal' && letters !== '0px' && !element.matches('.line-end')) return false
    const call = element.matches('.note-call, .note-call *, .citation, .citation *, sup, sub')
    for (const node of element.childNodes) {
      if (node instanceof Text) {
        if (node.length === 0) continue
        if (this.#ended && /\S/.test(node.data)) this.#breakLine(this.#ended)
        this.styled.push({ from: this.text.length, style: { element, style }, call })
        this.segments.push({ node, from: this.text.length, length: node.length })
        this.text += node.data.replaceAll('\ufffc', '?').replaceAll(forcedBreak, '\u200b')
      } else if (node instanceof Element && !this.#element(node, element, style)) return false
    }
    return true
  }

  /** A line ends at a `br` and at the edges of a block within. */
  #breakLine(node: Element): true {
    this.segments.push({ node, from: this.text.length, length: 1 })
    this.text += forcedBreak
    this.#ended = undefined
    return true
  }

  #element(element: Element, parent: Element, parentStyle: CSSStyleDeclaration): boolean {
    const style = getComputedStyle(element)
    if (style.display === 'none' || style.float !== 'none' || /absolute|fixed/.test(style.position))
      return true
    if (element.tagName === 'BR') return this.#breakLine(element)
    if (/^(flex|grid|table)/.test(style.display)) return false
    if (style.display === 'block') {
      if (/[^\s\u2028]\s*$/.test(this.text)) this.#breakLine(element)
      const isRead = this.children(element, style)
      this.#ended = element
      return isRead
    }
    const edges = [
      'marginLeft',
      'marginRight',
      'paddingLeft',
      'paddingRight',
      'borderLeftWidth',
      'borderRightWidth',
    ] as const
    const outer = edges.reduce((sum, edge) => sum + parseFloat(style[edge]), 0)
    const note =
      element.matches('.double-row-note') && style.display === 'inline-block' ? readNote(element) : undefined
    const isPiece = element.matches(pieceTags) || style.display !== 'inline'
    if (isPiece || (outer !== 0 && !element.matches('.parted'))) {
      if (element.getClientRects().length > 1 && !element.matches('ruby')) return false
      const width =
        element.getBoundingClientRect().width + parseFloat(style.marginLeft) + parseFloat(style.marginRight)
      this.styled.push({
        from: this.text.length,
        style: { element: parent, style: parentStyle },
        call: false,
      })
      const { text, pieces } = note ?? { text: '\ufffc', pieces: [width] }
      this.give.push(...pieces.map((own) => (note ? own * noteGive : 0)))
      this.segments.push({ node: element, from: this.text.length, length: text.length })
      if (element.matches('ruby')) this.rubies.push({ element, at: this.pieces.length })
      if (note) this.notes.set(element, note)
      this.pieces.push(...pieces)
      this.text += text
      return true
    }
    return this.children(element, style)
  }
}

function alignOf(style: CSSStyleDeclaration): LineParagraph['align'] {
  if (style.textAlign === 'justify') return undefined
  return style.getPropertyValue('text-wrap-style') === 'balance' ? 'balanced' : 'ragged'
}

/** What the article's metadata says; the template passes it on. */
function markStyleOf(part: HTMLElement): MarkStyle | undefined {
  const style = part.dataset['markStyle']
  return markStyles.find((known) => known === style)
}

const markStyles: readonly MarkStyle[] = ['full', 'kaiming', 'half-at-end']

/** Without what is of private use (BCP 47, 2.2.7): parts are marked so for their tags, and set alike. */
function languageOf(element: Element): string {
  return (
    element
      .closest('[lang]')
      ?.getAttribute('lang')
      ?.replace(/-x-.*$/, '') ?? ''
  )
}
