import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The tagged text of a PDF. Running heads and folios are not tagged, so they are not in it. */
export interface PdfText {
  /** Text by page in the order of the structure tree, normalised. */
  readonly pages: readonly string[]
  /** 0-based page by the name of a destination. */
  readonly pageOf: ReadonlyMap<string, number>
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
    for (let number = 1; number <= document.numPages; number += 1) {
      pages.push(normaliseText(await readPage(await document.getPage(number))))
    }
    return { pages, pageOf: await readPageOf(document), labels: (await document.getPageLabels()) ?? [] }
  } finally {
    await task.destroy()
  }
}

/**
 * Text of each part: from the page of its destination up to the next part's. Parts begin on pages of their own.
 *
 * @param ids parts in order
 */
export function textByPart(text: PdfText, ids: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    ids.map((id, index) => {
      const from = text.pageOf.get(id)
      const next = ids[index + 1]
      const to = next === undefined ? text.pages.length : text.pageOf.get(next)
      if (from === undefined || to === undefined) throw new Error(`No destination for ${id} or its successor`)
      return [id, text.pages.slice(from, to).join('')]
    }),
  )
}

async function readPage(page: PDFPageProxy): Promise<string> {
  const [tree, content] = await Promise.all([
    page.getStructTree(),
    page.getTextContent({ includeMarkedContent: true, disableNormalization: true }),
  ])
  const textOf = new Map<string, string>()
  const open: (string | undefined)[] = []
  for (const item of content.items) {
    if ('str' in item) {
      const id = open.findLast((one) => one !== undefined)
      if (id !== undefined) textOf.set(id, (textOf.get(id) ?? '') + item.str)
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.type === 'beginMarkedContentProps' ? (item.id ?? undefined) : undefined)
  }
  return tree === null ? '' : readNode(tree, textOf)
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

async function readPageOf(document: PDFDocumentProxy): Promise<Map<string, number>> {
  const pageOf = new Map<string, number>()
  for (const [name, target] of Object.entries(await document.getDestinations())) {
    const page: unknown = Array.isArray(target) ? target[0] : undefined
    // A page reference, as the reader writes it.
    if (typeof page === 'object' && page !== null && 'num' in page && 'gen' in page) {
      pageOf.set(name, await document.getPageIndex({ num: Number(page.num), gen: Number(page.gen) }))
    }
  }
  return pageOf
}
