/** What a reading system makes of one document of a book. */
export interface OpenedDocument {
  readonly id: string
  /** What the engine took it for; `text/html` if it could not be read as XHTML: the engine then takes what it can. */
  readonly mediaType: string
  readonly title: string
  readonly writingMode: string
  /** Pictures that were not drawn, but for those that the style sheet hides. */
  readonly brokenPictures: readonly string[]
  /** `family status` of every embedded face after it was asked for. */
  readonly fonts: readonly string[]
  /** Elements that are wider than a column of the screen. */
  readonly tooWide: readonly string[]
}

/** What a reading system makes of a book. */
export interface OpenedBook {
  readonly documents: readonly OpenedDocument[]
  /** Label of each contents entry that leads into a document, and the text that stands at its target. */
  readonly contents: readonly { readonly label: string; readonly target: string }[]
  /** Folio and the first characters behind its mark. */
  readonly pages: readonly {
    readonly folio: string
    readonly text: string
    /** The last characters before the mark in its document; empty at its beginning. */
    readonly before: string
    /** The mark stands within a paragraph, not at its beginning. */
    readonly isWithin: boolean
  }[]
  /** Text of the popup of each call of a note. */
  readonly notes: readonly { readonly mark: string; readonly popup: string; readonly hidden: boolean }[]
}

/** Questions that both engines are asked in the same words; text, because they are asked in the page. */
export const questions = String.raw`
  const askDocument = async (doc, id, mediaType) => {
    const faces = [...doc.fonts]
    await Promise.all(faces.map((face) => face.load().catch(() => undefined)))
    await Promise.all([...doc.images].map((image) => image.decode().catch(() => undefined)))
    const measure = parseFloat(getComputedStyle(doc.documentElement).columnWidth) || parseFloat(getComputedStyle(doc.body).columnWidth) || innerWidth
    return {
      id,
      mediaType,
      title: doc.title,
      writingMode: getComputedStyle(doc.body).writingMode,
      brokenPictures: [...doc.images].filter((image) => !image.naturalWidth || (!image.clientWidth && getComputedStyle(image).display !== 'none')).map((image) => image.getAttribute('alt')),
      fonts: faces.map((face) => face.family + ' ' + face.status),
      tooWide: [...doc.querySelectorAll('body *')].filter((el) => !el.closest('math') && [...el.getClientRects()].some((rect) => rect.width > measure + 1)).map((el) => el.tagName + '.' + el.className),
    }
  }
  const askPage = (doc, mark, folio) => {
    const range = doc.createRange()
    range.setStartAfter(mark)
    range.setEndAfter(doc.body)
    const text = range.toString().replace(/\s+/g, '').slice(0, 12)
    range.setStart(doc.body, 0)
    range.setEndBefore(mark)
    const before = range.toString().replace(/\s+/g, '').slice(-12)
    const paragraph = mark.closest('p')
    if (paragraph) range.setStart(paragraph, 0)
    return { folio, text, before, isWithin: paragraph !== null && range.toString().trim() !== '' }
  }
  const askTarget = (doc, target) => (target || doc.querySelector('h1') || doc.body).textContent.trim()
  const walk = (items) => items.flatMap((item) => [item, ...walk(item.subitems ?? [])])
`
