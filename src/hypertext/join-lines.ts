import type { Nodes, Root, Text } from 'mdast'
import { joinsWithoutSpace } from './is-chinese.js'

const lineBlocks = new Set(['verse', 'signature'])

/**
 * Settles the line ends inside paragraphs: none between two Chinese characters, a space elsewhere, whatever marks,
 * notes or links stand around them. In `:::verse` and `:::signature` a line end stays, and the text becomes a list of lines.
 */
export function joinLines(tree: Root): { readonly texts: ReadonlyMap<Text, string | readonly string[]> } {
  const texts = new Map<Text, string | readonly string[]>()
  walk(tree, false)
  return { texts }

  function walk(node: Nodes, keepsLines: boolean): void {
    if (!('children' in node)) return
    if (isPhrasingParent(node)) {
      const leaves: Leaf[] = []
      collect(node, leaves)
      if (leaves.some((leaf) => leaf.value.includes('\n'))) settle(leaves, keepsLines)
      return
    }
    const keeps = keepsLines || (node.type === 'containerDirective' && lineBlocks.has(node.name))
    for (const child of node.children) walk(child, keeps)
  }

  function settle(leaves: readonly Leaf[], keepsLines: boolean): void {
    for (const [index, { node, value }] of leaves.entries()) {
      if (node?.type !== 'text' || !value.includes('\n')) continue
      const lines = value.split(/[ \t]*\n[ \t]*/)
      if (keepsLines) {
        texts.set(node, lines)
        continue
      }
      const before = lastCharacter(leaves.slice(Math.max(0, index - 8), index))
      const after = firstCharacter(leaves.slice(index + 1, index + 9))
      let joined = lines[0] ?? ''
      for (const [at, line] of lines.slice(1).entries()) {
        const left = [...joined].at(-1) ?? before
        const right = [...line][0] ?? (at + 2 === lines.length ? after : '')
        // Ideographic spaces at the start of a source line are an indent of the source, like the paragraph's own.
        const rest = line.replace(/^\u3000+/, '')
        joined += left === '' || right === '' || joinsWithoutSpace(left, right) ? rest : ` ${rest}`
      }
      texts.set(node, joined)
    }
  }
}

interface Leaf {
  readonly node: Text | undefined
  /** What stands there for its neighbours: empty when the eye passes over it. */
  readonly value: string
}

function isPhrasingParent(node: Nodes): boolean {
  return (
    node.type === 'paragraph' ||
    node.type === 'heading' ||
    node.type === 'tableCell' ||
    node.type === 'defListTerm'
  )
}

function collect(node: Nodes, leaves: Leaf[]): void {
  if (node.type === 'text') leaves.push({ node, value: node.value })
  else if (node.type === 'textDirective' && node.name === 'cite') leaves.push({ node: undefined, value: '' })
  else if (node.type === 'ruby') leaves.push({ node: undefined, value: node.value })
  else if (node.type === 'inlineCode' || node.type === 'inlineMath')
    leaves.push({ node: undefined, value: 'x' })
  else if (node.type === 'link' && node.children.length === 0) leaves.push({ node: undefined, value: '图' })
  else if (node.type === 'break') leaves.push({ node: undefined, value: '\n' })
  else if ('children' in node) for (const child of node.children) collect(child, leaves)
}

function lastCharacter(leaves: readonly Leaf[]): string {
  return [...leaves.map(({ value }) => value).join('')].at(-1)?.trim() ?? ''
}

function firstCharacter(leaves: readonly Leaf[]): string {
  return [...leaves.map(({ value }) => value).join('')][0]?.trim() ?? ''
}
