import type { Element } from 'xast'
import type { Finding } from './finding.js'
import { elementsOf, resolvePath, textOf, type Book } from './open-book.js'

/** Contents and page list follow the reading order, and the page list has every page of the text and no other. */
export function checkNavigation(book: Book): Finding[] {
  const file = book.navigationPath
  if (!book.navigation)
    return [{ rule: 'navigation-exists', file: book.packagePath, message: 'no navigation document' }]
  const order = readingOrder(book)
  const findings: Finding[] = []
  for (const nav of elementsOf(book.navigation, 'nav')) {
    const type = nav.attributes['epub:type'] ?? ''
    if (type === 'landmarks') continue
    const places = elementsOf(nav, 'a').map((link) => order.get(targetOf(book, link)) ?? -1)
    const late = places.findIndex((place, index) => place < (places[index - 1] ?? -1))
    if (late >= 0) {
      const message = `${type}: “${textOf(elementsOf(nav, 'a')[late] ?? nav)}” stands before what it follows in the text`
      findings.push({ rule: 'navigation-ordered', file, message })
    }
  }
  return [...findings, ...checkPages(book)]
}

function checkPages(book: Book): Finding[] {
  const file = book.navigationPath
  const marks = [...book.documents].flatMap(([path, root]) =>
    elementsOf(root)
      .filter(({ attributes }) => attributes['epub:type'] === 'pagebreak')
      .map(({ attributes }) => `${path}#${attributes['id']} ${attributes['aria-label']}`),
  )
  const list = elementsOf(book.navigation ?? book.packageRoot, 'nav')
    .filter(({ attributes }) => attributes['epub:type'] === 'page-list')
    .flatMap((nav) => elementsOf(nav, 'a'))
    .map((link) => `${targetOf(book, link)} ${textOf(link)}`)
  if (list.join('\n') === marks.join('\n')) return []
  return [
    { rule: 'page-list-true', file, message: 'the page list is not the list of the page breaks in the text' },
  ]
}

function targetOf({ navigationPath }: Book, link: Element): string {
  const href = link.attributes['href'] ?? ''
  return resolvePath(navigationPath, href) + (/#.*$/s.exec(href)?.[0] ?? '')
}

/** Place in the text of every document and every id in it. */
function readingOrder({ documents }: Book): Map<string, number> {
  const order = new Map<string, number>()
  for (const [path, root] of documents) {
    order.set(path, order.size)
    for (const { attributes } of elementsOf(root)) {
      if (attributes['id']) order.set(`${path}#${attributes['id']}`, order.size)
    }
  }
  return order
}
