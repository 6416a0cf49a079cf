import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRef, type PDFObject } from '@cantoo/pdf-lib'
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The tagged text of a PDF. Running heads and folios are not tagged, so they are not in it. */
export interface PdfText {
  /** Text by page in the order of the structure tree, normalised. */
  readonly pages: readonly string[]
  /** The parts of the publication in order: structure type and text, normalised, wherever on the pages it stands. */
  readonly parts: readonly { readonly type: string; readonly text: string }[]
  /** Page labels: folios as printed. */
  readonly labels: readonly string[]
}

/** Compatibility-normalised (NFKC), without any white space or invisible formatting characters. */
export function normaliseText(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
}

/** Reads a tagged PDF in the order of its structure, as a screen reader would, not in that of its painting. */
export async function readPdfText(bytes: Uint8Array): Promise<PdfText> {
  // The reader takes the buffer for itself, so it is given a copy.
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 })
  const document = await task.promise
  try {
    const pages: string[] = []
    const pieces: Pieces = new Map()
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const own = await readPieces(page)
      const tree = await page.getStructTree()
      pages.push(normaliseText(tree === null ? '' : readNode(tree, own)))
      for (const [id, text] of own) pieces.set(id, text)
    }
    return { pages, parts: await readParts(bytes, pieces), labels: (await document.getPageLabels()) ?? [] }
  } finally {
    await task.destroy()
  }
}

/** Text of marked content by the reader's name for it: `p` and the page's object, `_mc` and its number. */
type Pieces = Map<string, string>

async function readPieces(page: PDFPageProxy): Promise<Pieces> {
  const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
  const textOf: Pieces = new Map()
  const open: (string | undefined)[] = []
  for (const item of content.items) {
    if ('str' in item) {
      const id = open.findLast((one) => one !== undefined)
      if (id !== undefined) textOf.set(id, (textOf.get(id) ?? '') + item.str)
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.type === 'beginMarkedContentProps' ? (item.id ?? undefined) : undefined)
  }
  return textOf
}

/** Reads the whole tree: a part may end on the page on which the next one begins, or go on far behind it. */
async function readParts(bytes: Uint8Array, pieces: Pieces): Promise<PdfText['parts']> {
  const { catalog, context } = await PDFDocument.load(bytes, { updateMetadata: false })
  const kids = (node: PDFDict): (PDFObject | undefined)[] => {
    const list = context.lookup(node.get(PDFName.of('K')))
    return list instanceof PDFArray ? list.asArray().map((one) => context.lookup(one)) : [list]
  }
  const node = (dict: PDFDict, inherited: PDFRef | undefined): StructureNode => {
    const own = dict.get(PDFName.of('Pg'))
    const page = own instanceof PDFRef ? own : inherited
    const content = (number: PDFObject | undefined, on: PDFRef | undefined): StructureContent => ({
      type: 'content',
      id: `p${String(on?.objectNumber)}R_mc${String(number)}`,
    })
    const type = dict.get(PDFName.of('S'))
    return {
      role: type instanceof PDFName ? type.decodeText() : '',
      children: kids(dict).flatMap((kid): (StructureNode | StructureContent)[] => {
        if (kid instanceof PDFNumber) return [content(kid, page)]
        if (!(kid instanceof PDFDict)) return []
        const number = kid.get(PDFName.of('MCID'))
        if (number === undefined) return kid.has(PDFName.of('S')) ? [node(kid, page)] : []
        const on = kid.get(PDFName.of('Pg'))
        return [content(number, on instanceof PDFRef ? on : page)]
      }),
    }
  }
  const root = context.lookup(catalog.get(PDFName.of('StructTreeRoot')))
  const [document] = root instanceof PDFDict ? kids(root) : []
  const parts = document instanceof PDFDict ? kids(document) : []
  return parts.flatMap((part) => {
    if (!(part instanceof PDFDict)) return []
    const read = node(part, undefined)
    return [{ type: read.role ?? '', text: normaliseText(readNode(read, pieces)) }]
  })
}

interface StructureNode {
  readonly role?: string
  readonly children?: readonly (StructureNode | StructureContent)[]
}

interface StructureContent {
  readonly type: string
  readonly id?: string
}

/** Labels that the browser makes for items of lists; those of notes and definitions are the manuscript's. */
const itemLabel = /^(?:\d+\.|[a-z]+\.|[•◦▪])\s*$/u

function readNode(node: StructureNode, textOf: ReadonlyMap<string, string>, parent?: string): string {
  const text = (node.children ?? [])
    .map((child) =>
      'type' in child ? (textOf.get(child.id ?? '') ?? '') : readNode(child, textOf, node.role),
    )
    .join('')
  return node.role === 'Lbl' && parent === 'LI' && itemLabel.test(text) ? '' : text
}
