import type { Nodes, Root, Text } from 'mdast'
import type { VFile } from 'vfile'
import { marksFullWidth, quotesPaired, report } from '../../diagnostics/index.js'
import type { Locate } from '../../issue/index.js'
import { mayNeedMarks, resolveMarks, type MarkEdit } from './resolve-marks.js'

type Texts = ReadonlyMap<Text, string | readonly string[]>

/**
 * Resolves the marks of every paragraph, heading and cell (`resolveMarks`). What a paragraph says is read as a whole,
 * through emphasis and links; code, mathematics and foreign words are passed over and stay as they are.
 *
 * @param texts with their line ends settled
 * @returns these and the changed ones
 */
export function resolveTexts(
  tree: Root,
  texts: Texts,
  place: {
    readonly file: VFile
    readonly source: string
    readonly locate: Locate
    readonly language: string
  },
): Texts {
  const resolved = new Map(texts)
  walk(tree)
  return resolved

  function walk(node: Nodes): void {
    if (!('children' in node)) return
    if (isBlock(node)) resolveBlock(node)
    else for (const child of node.children) walk(child)
  }

  function resolveBlock(node: Nodes): void {
    const leaves: Leaf[] = []
    collect(node, texts, leaves)
    const text = leaves.map(({ value }) => value).join('')
    if (!mayNeedMarks(text)) return
    const at = (index: number): { readonly leaf: Leaf; readonly within: number } | undefined => {
      let from = 0
      for (const leaf of leaves) {
        if (index < from + leaf.value.length) return { leaf, within: index - from }
        from += leaf.value.length
      }
      return undefined
    }
    const literals = literalMarks(leaves, place.source)
    const { edits, unpaired, halfWidth } = resolveMarks(text, place.language, (index) => literals.has(index))
    const pointOf = (index: number) => {
      const found = at(index)
      const start = found?.leaf.node?.position?.start
      const exact =
        found?.leaf.node &&
        place.source.slice(start?.offset, found.leaf.node.position?.end.offset) === found.leaf.node.value
      return exact && start?.offset !== undefined ? place.locate(start.offset + found.within) : start
    }
    for (const index of unpaired)
      report(place.file, quotesPaired, pointOf(index), { mark: text.charAt(index) })
    const [first] = halfWidth
    if (first) report(place.file, marksFullWidth, pointOf(first.at), { marks: halfWidth })
    apply(leaves, edits)
  }

  function apply(leaves: readonly Leaf[], edits: readonly MarkEdit[]): void {
    let from = 0
    for (const { node, value } of leaves) {
      const own = edits.filter((edit) => edit.from >= from && edit.from < from + value.length)
      if (node && own.length > 0) {
        let result = value
        for (const edit of own.toReversed())
          result = result.slice(0, edit.from - from) + edit.value + result.slice(edit.to - from)
        resolved.set(node, Array.isArray(texts.get(node)) ? result.split('\n') : result)
      }
      from += value.length
    }
  }
}

interface Leaf {
  /** Absent when its text stays as it is. */
  readonly node: Text | undefined
  readonly value: string
}

function isBlock(node: Nodes): boolean {
  return ['paragraph', 'heading', 'tableCell', 'defListTerm'].includes(node.type)
}

function collect(node: Nodes, texts: Texts, leaves: Leaf[]): void {
  if (node.type === 'text') {
    const settled = texts.get(node) ?? node.value
    leaves.push({ node, value: typeof settled === 'string' ? settled : settled.join('\n') })
  } else if (node.type === 'ruby') leaves.push({ node: undefined, value: node.value })
  else if (node.type === 'inlineCode' || node.type === 'inlineMath')
    leaves.push({ node: undefined, value: 'x' })
  else if (node.type === 'break') leaves.push({ node: undefined, value: '\n' })
  else if (node.type === 'link' && node.children.length === 0) leaves.push({ node: undefined, value: '图' })
  else if (node.type === 'link' && isAddress(node)) leaves.push({ node: undefined, value: 'x' })
  else if (node.type === 'textDirective' && isForeign(node)) leaves.push({ node: undefined, value: 'x' })
  else if (node.type === 'textDirective' && (node.name === 'cite' || node.name === 'page')) return
  else if ('children' in node) for (const child of node.children) collect(child, texts, leaves)
}

function isAddress({ children, url }: Extract<Nodes, { type: 'link' }>): boolean {
  const [only] = children
  return children.length === 1 && only?.type === 'text' && url.endsWith(only.value)
}

function isForeign({ name, data }: Extract<Nodes, { type: 'textDirective' }>): boolean {
  return name === 'lang' && !/^zh\b/i.test(data?.attributes?.values['lang'] ?? '')
}

/** Marks written with a backslash or as a character reference: the author wants them so. */
function literalMarks(leaves: readonly Leaf[], source: string): Set<number> {
  const literals = new Set<number>()
  let from = 0
  for (const { node, value } of leaves) {
    if (node) {
      const written = source.slice(node.position?.start.offset, node.position?.end.offset)
      const marks = [...value.matchAll(/["'.]/g)]
      const sources = [...written.matchAll(/(\\)?["'.]|&(?:quot|apos|period|#3[49]|#46);/g)]
      for (const [index, mark] of marks.entries()) {
        const form = sources.length === marks.length ? sources[index]?.[0] : undefined
        if (form !== undefined && form.length > 1) literals.add(from + mark.index)
      }
    }
    from += value.length
  }
  return literals
}
