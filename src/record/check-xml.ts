import type { Element, Nodes } from 'xast'
import { fromXml } from 'xast-util-from-xml'

/** What keeps a text from being well-formed XML with its references in order; empty when nothing does. */
export function xmlProblems(text: string): string[] {
  let tree: Nodes
  try {
    tree = fromXml(text)
  } catch (error) {
    return [error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)]
  }
  const elements = elementsOf(tree)
  const ids = new Map<string, number>()
  for (const { attributes } of elements) {
    if (typeof attributes['id'] === 'string') ids.set(attributes['id'], (ids.get(attributes['id']) ?? 0) + 1)
  }
  return [
    ...[...ids].filter(([, count]) => count > 1).map(([id]) => `id ${id} stands more than once`),
    ...elements.flatMap(({ attributes }) =>
      (attributes['rid'] ?? '')
        .split(/\s+/u)
        .filter((id) => id !== '' && !ids.has(id))
        .map((id) => `${id} is referred to and does not exist`),
    ),
  ]
}

/** The same, and the parts that no article of JATS goes without. */
export function articleXmlProblems(text: string): string[] {
  const problems = xmlProblems(text)
  if (problems.length > 0) return problems
  const elements = elementsOf(fromXml(text))
  const names = new Set(elements.map(({ name }) => name))
  const [root] = elements
  return [
    ...(root?.name === 'article' && root.attributes['dtd-version'] === '1.3'
      ? []
      : ['no article of JATS 1.3']),
    ...['front', 'journal-meta', 'article-meta', 'article-title', 'body']
      .filter((name) => !names.has(name))
      .map((name) => `no ${name}`),
  ]
}

function elementsOf(node: Nodes): Element[] {
  const inner = 'children' in node ? node.children.flatMap((child) => elementsOf(child)) : []
  return node.type === 'element' ? [node, ...inner] : inner
}
