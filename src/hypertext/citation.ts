import type { Element, ElementContent } from 'hast'
import type { TextDirective } from 'mdast-util-directive'
import { toString } from 'mdast-util-to-string'
import { citeKnown, nearestName, report } from '../diagnostics/index.js'
import { element, text } from '../issue/index.js'
import type { Transformation } from './transformation.js'

/** `[1]`, `[1,3]`, `[2-4]`: numbers of the references in rising order, runs drawn together (GB/T 7714-2015 10.1). */
export function citation({ article, cited, file }: Transformation, node: TextDirective): Element | undefined {
  const { references } = article.metadata
  const numbers = new Set<number>()
  for (const id of toString(node).split(/[\s,，;；、]+/)) {
    if (id === '') continue
    const index = references.findIndex((reference) => reference.id === id)
    if (index === -1) {
      const known = references.map((reference) => reference.id)
      report(file, citeKnown, node, { id, proposal: nearestName(id, known), any: known.length > 0 })
      continue
    }
    cited.add(id)
    numbers.add(index + 1)
  }
  if (numbers.size === 0) return undefined
  const children = runs([...numbers].toSorted((a, b) => a - b)).flatMap(
    ([first, last], index): ElementContent[] => [
      ...(index > 0 ? [text(',')] : []),
      anchor(first),
      ...(last > first ? [text('-'), anchor(last)] : []),
    ],
  )
  return element('sup', { className: ['citation'] }, [text('['), ...children, text(']')])

  function anchor(number: number): Element {
    return element('a', { href: `#ref-${references[number - 1]?.id ?? ''}` }, [text(String(number))])
  }
}

/** First and last of each stretch of following numbers. */
function runs(numbers: readonly number[]): [number, number][] {
  const result: [number, number][] = []
  for (const number of numbers) {
    const last = result.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else result.push([number, number])
  }
  return result
}
