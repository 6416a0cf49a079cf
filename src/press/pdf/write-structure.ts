import {
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
  type PDFArray,
  type PDFDict,
  type PDFDocument,
  type PDFObject,
  PDFRef,
} from '@cantoo/pdf-lib'
import type { MarkedContent, StructureNode } from './structure-node.js'

/** Types that are not of ISO 32000-1, and what they stand for (14.8.4; ISO 14289-1, 7.1). */
const roles = { Em: 'Span', Strong: 'Span' }

const name = (text: string) => PDFName.of(text)

/**
 * Writes the structure tree in place of the one that was printed (ISO 32000-1, 14.7): the elements, the tree of parents
 * by page, form and annotation, the tree of identifiers, the role map.
 *
 * @param old refs of the elements that the new tree replaces
 */
export function writeStructure(document: PDFDocument, root: StructureNode, old: readonly PDFRef[]): void {
  const { context, catalog } = document
  const treeRef = catalog.get(name('StructTreeRoot'))
  if (!(treeRef instanceof PDFRef)) throw new Error('The printed file has no structure tree')
  deleteOld(document, old)

  /** Elements by the key of what they hold in the tree of parents, and by identifier of marked content. */
  const parentsOfContent = new Map<PDFRef, Map<number, PDFRef>>()
  const parentsOfObjects = new Map<PDFRef, PDFRef>()
  const identifiers = new Map<string, PDFRef>()

  const write = (node: StructureNode, parent: PDFRef): PDFRef => {
    const ref = context.nextRef()
    const dict = context.obj({})
    dict.set(name('Type'), name('StructElem'))
    dict.set(name('S'), name(node.type))
    dict.set(name('P'), parent)
    context.assign(ref, dict)
    const page = node.children.find((child) => child.kind !== 'element')?.page
    if (page) dict.set(name('Pg'), page)
    if (node.language !== undefined) dict.set(name('Lang'), PDFString.of(node.language))
    if (node.alternative) dict.set(name('Alt'), PDFHexString.fromText(node.alternative))
    if (node.actualText) dict.set(name('ActualText'), PDFHexString.fromText(node.actualText))
    if (node.attributes) dict.set(name('A'), node.attributes)
    if (node.id !== undefined) {
      dict.set(name('ID'), PDFString.of(node.id))
      identifiers.set(node.id, ref)
    }
    const kids = node.children.map((child): PDFObject => {
      if (child.kind === 'element') return write(child, ref)
      if (child.kind === 'object') {
        parentsOfObjects.set(child.object, ref)
        return context.obj({ Type: 'OBJR', Pg: child.page, Obj: child.object })
      }
      remember(child, ref)
      if (child.stream === undefined && child.page === page) return PDFNumber.of(child.mcid)
      const { page: pg, stream, mcid } = child
      return context.obj({ Type: 'MCR', Pg: pg, ...(stream ? { Stm: stream } : {}), MCID: mcid })
    })
    const [only] = kids
    if (kids.length === 1 && only) dict.set(name('K'), only)
    else if (kids.length > 1) dict.set(name('K'), context.obj(kids))
    return ref
  }

  const remember = ({ page, stream, mcid }: MarkedContent, ref: PDFRef): void => {
    const holder = stream ?? page
    const known = parentsOfContent.get(holder) ?? new Map<number, PDFRef>()
    known.set(mcid, ref)
    parentsOfContent.set(holder, known)
  }

  const top = write(root, treeRef)
  const { numbers, next } = parentTree(document, parentsOfContent, parentsOfObjects)
  const tree = context.obj({})
  tree.set(name('Type'), name('StructTreeRoot'))
  tree.set(name('K'), top)
  tree.set(name('RoleMap'), context.obj(roles))
  tree.set(name('ParentTree'), context.register(context.obj({ Nums: numbers })))
  tree.set(name('ParentTreeNextKey'), PDFNumber.of(next))
  const names = [...identifiers].sort(([a], [b]) => (a < b ? -1 : 1))
  const flat = names.flatMap(([id, ref]) => [PDFString.of(id), ref])
  const [first] = names[0] ?? []
  const [last] = names.at(-1) ?? []
  if (first !== undefined && last !== undefined) {
    const leaf = context.obj({ Limits: [PDFString.of(first), PDFString.of(last)], Names: flat })
    tree.set(name('IDTree'), context.register(context.obj({ Kids: [context.register(leaf)] })))
  }
  context.assign(treeRef, tree)
}

/** ISO 32000-1, 14.7.4.4: pages and forms by `StructParents`, annotations by `StructParent`; keys ascend. */
function parentTree(
  { context }: PDFDocument,
  contents: ReadonlyMap<PDFRef, ReadonlyMap<number, PDFRef>>,
  objects: ReadonlyMap<PDFRef, PDFRef>,
): { readonly numbers: PDFArray; readonly next: number } {
  const entries: [number, PDFObject][] = []
  for (const [holder, parents] of contents) {
    const object = context.lookup(holder)
    const key = numberOf(object, 'StructParents')
    const length = Math.max(...parents.keys()) + 1
    const list = Array.from({ length }, (_, mcid) => parents.get(mcid) ?? null)
    entries.push([key, context.register(context.obj(list))])
  }
  for (const [annotation, parent] of objects)
    entries.push([numberOf(context.lookup(annotation), 'StructParent'), parent])
  entries.sort(([a], [b]) => a - b)
  const next = (entries.at(-1)?.[0] ?? -1) + 1
  return { numbers: context.obj(entries.flatMap(([key, value]) => [PDFNumber.of(key), value])), next }
}

function numberOf(object: PDFObject | undefined, key: string): number {
  // Pages and annotations are dictionaries, forms streams that have one.
  const dict = object && 'dict' in object ? (object.dict as PDFDict) : object
  const value = dict && 'get' in dict ? (dict as PDFDict).get(name(key)) : undefined
  if (value instanceof PDFNumber) return value.asNumber()
  throw new Error(`What holds tagged content in the printed file has no ${key}`)
}

function deleteOld({ context, catalog }: PDFDocument, old: readonly PDFRef[]): void {
  const tree = context.lookup(catalog.get(name('StructTreeRoot'))) as PDFDict // seen by the caller
  const drop = (value: PDFObject | undefined, depth: number): void => {
    if (!(value instanceof PDFRef)) return
    const object = context.lookup(value)
    context.delete(value)
    if (depth === 0 || object === undefined || !('get' in object)) return
    for (const key of ['Kids', 'Nums']) {
      const list = context.lookup((object as PDFDict).get(name(key)))
      if (list && 'asArray' in list)
        for (const item of (list as PDFArray).asArray()) drop(item, key === 'Nums' ? 0 : depth - 1)
    }
  }
  for (const ref of old) context.delete(ref)
  drop(tree.get(name('IDTree')), 3)
  drop(tree.get(name('ParentTree')), 3)
}
