import type { Finding } from './finding.js'
import { elementsOf, textOf, type Book } from './open-book.js'

const required = [
  'dcterms:modified',
  'schema:accessMode',
  'schema:accessModeSufficient',
  'schema:accessibilityFeature',
  'schema:accessibilityHazard',
  'schema:accessibilitySummary',
]

/** The package document: what must be said is said, one language throughout, properties that fit the content. */
export function checkPackage(book: Book): Finding[] {
  const { packageRoot, packagePath: file, manifest, documents } = book
  const findings: Finding[] = []
  const metas = elementsOf(packageRoot, 'meta')
  const valuesOf = (property: string) =>
    metas.filter(({ attributes }) => attributes['property'] === property).map(textOf)
  for (const property of required) {
    if (valuesOf(property).every((value) => value.trim() === '')) {
      findings.push({ rule: 'metadata-complete', file, message: `${property} is missing` })
    }
  }
  for (const value of valuesOf('group-position')) {
    if (!/^\d+(?:\.\d+)*$/.test(value) || /^0+$/.test(value)) {
      findings.push({ rule: 'position-numeric', file, message: `“${value}” is no place in a series` })
    }
  }
  const [language] = elementsOf(packageRoot, 'dc:language').map(textOf)
  for (const [path, root] of documents) {
    const [html] = elementsOf(root, 'html')
    const stated = [html?.attributes['lang'], html?.attributes['xml:lang']]
    if (stated.some((value) => value !== language)) {
      const message = `the document says ${stated.join(', ')}, the package ${language}`
      findings.push({ rule: 'language-agrees', file: path, message })
    }
    const item = manifest.find((candidate) => candidate.path === path)
    for (const [property, element] of [
      ['mathml', 'math'],
      ['svg', 'svg'],
      ['scripted', 'script'],
    ] as const) {
      if (elementsOf(root, element).length > 0 !== item?.properties.includes(property)) {
        findings.push({
          rule: 'properties-true',
          file: path,
          message: `property ${property} does not fit the content`,
        })
      }
    }
  }
  return findings
}
