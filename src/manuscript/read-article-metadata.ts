import type { VFile } from 'vfile'
import {
  articleFilled,
  metadataBlock as metadataBlockRule,
  referenceIdOnce,
  report,
} from '../diagnostics/index.js'
import type { ArticleMetadata, Reference } from '../issue/index.js'
import { checkMetadata } from './check-metadata.js'
import { checkDoi, checkOrcid } from './identifiers.js'
import { metadataBlock } from './metadata-block.js'
import { reportIdentifier } from './report-identifier.js'
import { articleSchema } from './schema/article-schema.js'
import { type YamlRecord, readYaml } from './yaml-record.js'

/**
 * Reads the metadata at the head of an article and reports what is wrong with it.
 *
 * @returns `undefined` when something is
 */
export function readArticleMetadata(file: VFile, text: string): ArticleMetadata | undefined {
  const block = metadataBlock(text)
  if ('problem' in block) {
    report(file, metadataBlockRule, { line: 1, column: 1 }, { problem: block.problem })
    return undefined
  }
  if (block.body.trim() === '') report(file, articleFilled, { line: 1, column: 1 }, {})
  const record = readYaml(file, block.yaml)
  if (!record) return undefined
  if (record.value === null) {
    report(file, metadataBlockRule, { line: 1, column: 1 }, { problem: 'empty' })
    return undefined
  }
  const authors = record.at(['authors'])
  for (const index of Array.isArray(authors) ? authors.keys() : []) {
    reportIdentifier(file, record, ['authors', index, 'orcid'], 'ORCID', checkOrcid)
  }
  reportIdentifier(file, record, ['doi'], 'DOI', checkDoi)
  const metadata = checkMetadata(file, record, articleSchema)
  if (!metadata) return undefined
  return {
    ...metadata,
    kind: metadata.kind ?? 'article',
    authors: metadata.authors ?? [],
    keywords: metadata.keywords ?? [],
    keywordsEn: metadata.keywordsEn ?? [],
    references: nameReferences(file, record, metadata.references ?? []),
  }
}

/** Gives a reference without id its number, `ref-3`; doubled ids are reported. */
function nameReferences(
  file: VFile,
  record: YamlRecord,
  references: readonly { readonly id?: string | undefined; readonly text: string }[],
): Reference[] {
  const first = new Map<string, number>()
  return references.map(({ id, text }, index) => {
    const name = id ?? `ref-${index + 1}`
    const earlier = first.get(name)
    if (earlier === undefined) first.set(name, index)
    else {
      const line = record.valuePlace(['references', earlier])?.start.line ?? 1
      report(file, referenceIdOnce, record.valuePlace(['references', index, 'id']), { id: name, line })
    }
    return { id: name, text }
  })
}
