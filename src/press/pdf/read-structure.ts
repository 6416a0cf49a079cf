import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
  type PDFDocument,
} from '@cantoo/pdf-lib'
import type { Tags } from '../tags/index.js'
import { structureNode, type MarkedContent, type StructureNode } from './structure-node.js'

/** The tree as the manuscript has it, with the contents of the printed file. */
export interface ReadStructure {
  readonly root: StructureNode
  /** By index of tag source; absent for elements that were not printed. */
  readonly nodes: ReadonlyMap<number, StructureNode>
  /** By annotation: index of the source of its link. */
  readonly links: ReadonlyMap<PDFRef, number>
  /** Structure elements of the file as printed. */
  readonly old: readonly PDFRef[]
}

const K = PDFName.of('K')
const S = PDFName.of('S')
const Pg = PDFName.of('Pg')
const LANG = PDFName.of('Lang')
const ALT = PDFName.of('Alt')
const ATTRIBUTES = PDFName.of('A')
const ID = PDFName.of('ID')
const MCID = PDFName.of('MCID')
const OBJ = PDFName.of('Obj')
const STM = PDFName.of('Stm')

/** Tags of Chromium's that stand for something in the text; all others only group, and their contents move up. */
const kept = new Set(['Lbl', 'RT', 'Link', 'Figure', 'Em', 'Strong', 'Code', 'TR', 'TD', 'TH'])

/**
 * Reads the structure tree that Chromium wrote (ISO 32000-1, 14.7.2) into the order of the manuscript. What pages cut
 * is one element again; notes, figures and tables stand where the manuscript has them.
 *
 * @throws Error when the tree does not agree with the elements that were printed
 */
export function readStructure(document: PDFDocument, { sources, order }: Tags): ReadStructure {
  const { context, catalog } = document
  const root = structureNode('Document', -1)
  const nodes = new Map<number, StructureNode>()
  const links = new Map<PDFRef, number>()
  const old: PDFRef[] = []
  let next = 0

  const nodeOf = (index: number): StructureNode => {
    const known = nodes.get(index)
    if (known) return known
    const source = sources[index]
    if (source === undefined)
      throw new Error(`The printed file names tag ${index}, which the document has not`)
    const { type, language, alternative, dotted } = source
    const node: StructureNode = { ...structureNode(type, index), language, alternative }
    if (dotted) node.actualText = order.texts.get(index)
    nodes.set(index, node)
    const parent = source.parent < 0 ? root : nodeOf(source.parent)
    parent.children.push(node)
    return node
  }

  /** The source of an element whose language is one of our marks; elements that left no tag are passed over. */
  const sourceOf = (mark: string): number | undefined => {
    for (let at = next; at < order.sources.length; at += 1) {
      const index = order.sources[at]
      if (index === undefined || sources[index]?.mark !== mark) continue
      next = at + 1
      return index
    }
    if (/(?:^|-)x-k\d+$/.test(mark)) throw new Error(`The printed file has a tag marked ${mark} too many`)
    return undefined
  }

  const visit = (value: unknown, parent: StructureNode, page: PDFRef | undefined, link: number): void => {
    const object = value instanceof PDFRef ? context.lookup(value) : value
    if (object instanceof PDFArray) {
      for (let index = 0; index < object.size(); index += 1) visit(object.get(index), parent, page, link)
      return
    }
    if (object instanceof PDFNumber) {
      if (page) parent.children.push({ kind: 'content', page, mcid: object.asNumber() })
      return
    }
    if (!(object instanceof PDFDict)) return
    const ownPage = object.get(Pg)
    const here = ownPage instanceof PDFRef ? ownPage : page
    const target = object.get(OBJ)
    if (target instanceof PDFRef) {
      if (here) parent.children.push({ kind: 'object', page: here, object: target })
      if (link >= 0) links.set(target, link)
      return
    }
    const mcid = object.get(MCID)
    if (mcid instanceof PDFNumber) {
      const stream = object.get(STM)
      const content: MarkedContent = { kind: 'content', page: here ?? PDFRef.of(0), mcid: mcid.asNumber() }
      parent.children.push(stream instanceof PDFRef ? { ...content, stream } : content)
      return
    }
    if (value instanceof PDFRef) old.push(value)
    const language = textOf(object.get(LANG))
    const index = language === undefined ? undefined : sourceOf(language)
    let node = parent
    if (index !== undefined) node = nodeOf(index)
    else {
      const type = object.lookupMaybe(S, PDFName)?.decodeText() ?? ''
      if (kept.has(type) && !(type === 'Link' && link >= 0)) {
        node = structureNode(type, Number.MAX_SAFE_INTEGER)
        parent.children.push(node)
        const alternative = textOf(object.get(ALT))
        if (alternative !== undefined) node.alternative = alternative
      }
    }
    if (node !== parent) copyAttributes(object, node)
    visit(object.get(K), node, here, index !== undefined && sources[index]?.link ? index : link)
  }

  const top = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
  // The document's own element states the language of the whole, which is no mark.
  const documentRef = top.get(K)
  const element = context.lookup(documentRef, PDFDict)
  if (documentRef instanceof PDFRef) old.push(documentRef)
  visit(element.get(K), root, undefined, -1)
  return { root, nodes, links, old }
}

function copyAttributes(from: PDFDict, node: StructureNode): void {
  const attributes = from.lookup(ATTRIBUTES)
  if (attributes !== undefined && node.attributes === undefined) node.attributes = attributes
  const id = from.get(ID)
  if (node.id === undefined && (id instanceof PDFString || id instanceof PDFHexString))
    node.id = id.decodeText()
}

function textOf(value: unknown): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined
}
