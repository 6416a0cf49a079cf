import type { TagSource } from '../tags/index.js'
import type { ReadStructure } from './read-structure.js'
import {
  structureNode,
  type MarkedContent,
  type StructureChild,
  type StructureNode,
} from './structure-node.js'

const groups = new Set(['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote', 'TOCI'])
const inline = new Set(['Span', 'Em', 'Strong', 'Code', 'Link', 'Reference', 'Ruby', 'Formula', 'Lbl'])
const blocks = /^(?:P|H[1-6]|Caption|LBody|LI|TD|TH|TOCI|BlockQuote)$/
const pictures = new Set(['Figure', 'Formula'])
const cells = new Set(['TD', 'TH'])

export interface ShapeOptions {
  readonly sources: readonly TagSource[]
  /** Lines and areas without text: borders, rules, backgrounds. They are artifacts, except in pictures. */
  readonly isDecoration: (content: MarkedContent) => boolean
}

/**
 * Gives the tree the form that ISO 32000-1, 14.8.4, and ISO 14289-1, 7.2, ask for: nothing but labels and bodies in
 * items, paragraphs around text that stands in a group, base and annotation in ruby, each note behind the paragraph
 * that calls it first.
 *
 * @returns marked content that is an artifact
 */
export function shapeStructure(
  { root, nodes }: Pick<ReadStructure, 'root' | 'nodes'>,
  { sources, isDecoration }: ShapeOptions,
): MarkedContent[] {
  const artifacts: MarkedContent[] = []
  dropDecoration(root, false)
  sortByManuscript(root)
  moveNotes(root, nodes, sources)
  shape(root)
  return artifacts

  function dropDecoration(node: StructureNode, inPicture: boolean): void {
    const within = inPicture || pictures.has(node.type)
    node.children = node.children.filter((child) => {
      if (child.kind === 'element') dropDecoration(child, within)
      if (child.kind !== 'content' || within || !isDecoration(child)) return true
      artifacts.push(child)
      return false
    })
    node.children = node.children.filter((child) => child.kind !== 'element' || isFilled(child))
  }

  function shape(node: StructureNode): void {
    for (const child of node.children) if (child.kind === 'element') shape(child)
    if (pictures.has(node.type)) node.children = contentsOf(node)
    else if (node.type === 'LI') node.children = itemChildren(node.children)
    else if (node.type === 'Note') node.children = noteChildren(node.children)
    else if (node.type === 'L') node.children = listChildren(node.children)
    else if (node.type === 'Ruby') node.children = rubyChildren(node.children)
    else if (groups.has(node.type)) node.children = groupChildren(node)
    if (sources[node.order]?.link && node.type !== 'Link')
      node.children = [structureNode('Link', node.order, node.children)]
  }
}

function isFilled(node: StructureNode): boolean {
  return node.children.length > 0 || cells.has(node.type)
}

/** Elements of a group stand in the manuscript's order; text keeps the order in which it was painted. */
function sortByManuscript(node: StructureNode): void {
  const elements = node.children.filter((child) => child.kind === 'element')
  for (const element of elements) sortByManuscript(element)
  if (elements.length === node.children.length) node.children = elements.sort((a, b) => a.order - b.order)
}

/** A note is a tag of its own (14.8.4.4.1), named by an ID (ISO 14289-1, 7.9), behind the paragraph with its first call. */
function moveNotes(
  root: StructureNode,
  nodes: ReadonlyMap<number, StructureNode>,
  sources: readonly TagSource[],
): void {
  const parents = new Map<StructureNode, StructureNode>()
  const remember = (node: StructureNode): void => {
    for (const child of node.children) {
      if (child.kind !== 'element') continue
      parents.set(child, node)
      remember(child)
    }
  }
  remember(root)
  const followers = new Map<StructureNode, number>()
  sources.forEach((source, index) => {
    const call = nodes.get(index)
    const note = source.note === undefined ? undefined : nodes.get(source.note)
    if (call === undefined || note === undefined) return
    note.id = sources[note.order]?.id ?? `note-${note.order}`
    let block = call
    while (!blocks.test(block.type) && parents.has(block)) block = parents.get(block) ?? block
    const home = parents.get(note)
    if (home) home.children = home.children.filter((child) => child !== note)
    const inside = /^(?:LI|LBody|TD|TH|TOCI|BlockQuote)$/.test(block.type)
    const target = inside ? block : parents.get(block)
    if (target === undefined) return
    const behind = followers.get(block) ?? 0
    followers.set(block, behind + 1)
    if (inside) target.children.push(note)
    else target.children.splice(target.children.indexOf(block) + 1 + behind, 0, note)
    parents.set(note, target)
  })
  dropEmpty(root)
}

function dropEmpty(node: StructureNode): void {
  for (const child of node.children) if (child.kind === 'element') dropEmpty(child)
  node.children = node.children.filter((child) => child.kind !== 'element' || isFilled(child))
}

function contentsOf(node: StructureNode): StructureChild[] {
  return node.children.flatMap((child) => (child.kind === 'element' ? contentsOf(child) : [child]))
}

function isType(child: StructureChild, ...types: readonly string[]): boolean {
  return child.kind === 'element' && types.includes(child.type)
}

/** ISO 32000-1, table 336: an item holds a label and a body. */
function itemChildren(children: readonly StructureChild[]): StructureChild[] {
  const labels = children.filter((child) => isType(child, 'Lbl'))
  const bodies = children.filter((child) => isType(child, 'LBody'))
  const rest = children.filter((child) => !isType(child, 'Lbl', 'LBody'))
  return [...labels, ...bodies, ...(rest.length > 0 ? [structureNode('LBody', 0, rest)] : [])]
}

/** The note's number leads back to its call and is the label of the note, not of its first paragraph. */
function noteChildren(children: readonly StructureChild[]): StructureChild[] {
  const [first] = children
  const [label] = first?.kind === 'element' && first.type === 'P' ? first.children : []
  if (first?.kind !== 'element' || label === undefined || !isType(label, 'Lbl')) return [...children]
  first.children = first.children.slice(1)
  return [label, ...children]
}

/** A definition list has no items of its own: a new one begins with each term. */
function listChildren(children: readonly StructureChild[]): StructureChild[] {
  const items: StructureChild[] = []
  let item: StructureNode | undefined
  for (const child of children) {
    if (isType(child, 'LI', 'L', 'Caption')) {
      items.push(child)
      item = undefined
    } else {
      if (item === undefined || (isType(child, 'Lbl') && item.children.some((one) => isType(one, 'LBody')))) {
        item = structureNode('LI', 0)
        items.push(item)
      }
      item.children.push(isType(child, 'Lbl', 'LBody') ? child : structureNode('LBody', 0, [child]))
    }
  }
  return items
}

function rubyChildren(children: readonly StructureChild[]): StructureChild[] {
  const made: StructureChild[] = []
  for (const child of children) {
    const last = made.at(-1)
    if (isType(child, 'RT', 'RB')) made.push(child)
    else if (last?.kind === 'element' && last.type === 'RB') last.children.push(child)
    else made.push(structureNode('RB', 0, [child]))
  }
  return made
}

/** Text in a group becomes a paragraph; a group within a group that says nothing more gives up its place. */
function groupChildren(node: StructureNode): StructureChild[] {
  const made: StructureChild[] = []
  let paragraph: StructureNode | undefined
  for (const child of node.children) {
    const isInline = child.kind !== 'element' || inline.has(child.type)
    if (isInline && !(node.type === 'TOCI' && isType(child, 'Reference', 'Lbl'))) {
      if (paragraph === undefined) made.push((paragraph = structureNode('P', 0)))
      paragraph.children.push(child)
      continue
    }
    paragraph = undefined
    const only = child.kind === 'element' && child.type === 'Div' && !child.language ? child.children : []
    if (only.length === 1 && only[0]) made.push(only[0])
    else made.push(child)
  }
  return made
}
