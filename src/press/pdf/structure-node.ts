import type { PDFObject, PDFRef } from '@cantoo/pdf-lib'

/** Marked content of a page, or of a form that a page shows (ISO 32000-1, 14.7.4). */
export interface MarkedContent {
  readonly kind: 'content'
  readonly page: PDFRef
  readonly mcid: number
  /** The form that it stands in. */
  readonly stream?: PDFRef | undefined
}

/** An annotation (14.7.4.3). */
export interface ObjectReference {
  readonly kind: 'object'
  readonly page: PDFRef
  readonly object: PDFRef
}

/** One structure element while the tree is being put in order. */
export interface StructureNode {
  readonly kind: 'element'
  type: string
  /** Order in the manuscript; the lower stands first among elements of one parent. */
  readonly order: number
  language?: string | undefined
  alternative?: string | undefined
  /** What its text says, when more is painted than said (14.9.4). */
  actualText?: string | undefined
  /** Title or identifier by which others name it (`ID`). */
  id?: string | undefined
  /** Attribute objects that the browser wrote (`A`): scope, spans and headers of cells, kind of a list. */
  attributes?: PDFObject | undefined
  children: StructureChild[]
}

export type StructureChild = StructureNode | MarkedContent | ObjectReference

export function structureNode(type: string, order: number, children: StructureChild[] = []): StructureNode {
  return { kind: 'element', type, order, children }
}
