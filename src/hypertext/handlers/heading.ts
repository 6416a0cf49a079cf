import type { Element } from 'hast'
import type { Heading } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import { headingNumberOnce, report } from '../../diagnostics/index.js'
import { element, text } from '../../issue/index.js'
import { headingNumber, typedNumber } from '../heading-number.js'
import { plainText } from '../plain-text.js'
import type { Transformation } from '../transformation.js'

/** `h2` to `h6`, always with an id: the author's, or `sec-1`, `sec-1-2` by its place. */
export const heading =
  (transformation: Transformation) =>
  (state: State, node: Heading): Element => {
    const { ids, targets, sections } = transformation
    const level = Math.max(2, node.depth)
    count(sections, level)
    const id = node.data?.attributes?.id ?? ids.make(`sec-${sections.join('-')}`, node)
    const title = plainText(node, transformation).trim()
    targets.push({
      id,
      kind: 'heading',
      level,
      title,
      position: node.position,
    })
    const result = element(`h${level}`, { id }, [
      ...numberOf(transformation, node, title),
      ...state.all(node),
    ])
    state.patch(node, result)
    return result
  }

function count(sections: number[], level: number): void {
  const depth = level - 1
  sections.length = Math.min(sections.length, depth)
  while (sections.length < depth) sections.push(sections.length === depth - 1 ? 0 : 1)
  sections[depth - 1] = (sections[depth - 1] ?? 0) + 1
}

/** The number that the article's metadata ask for, unless one is typed. */
function numberOf({ article, file, sections }: Transformation, node: Heading, title: string): Element[] {
  const { headingNumbers } = article.metadata
  if (headingNumbers === undefined) return []
  const typed = typedNumber.exec(title)?.[0]
  if (typed !== undefined) {
    report(file, headingNumberOnce, node, { typed: typed.trim() })
    return []
  }
  const value = headingNumber(headingNumbers, sections)
  return [element('span', { className: ['heading-number', headingNumbers] }, [text(value)])]
}
