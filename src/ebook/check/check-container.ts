import type { Finding } from './finding.js'
import { elementsOf, resolvePath, type Book } from './open-book.js'

/** The container (OCF 3.3 §4): mimetype first and stored, no name twice, every file declared and every declaration true. */
export function checkContainer({ entries, byName, manifest, packagePath, packageRoot }: Book): Finding[] {
  const findings: Finding[] = []
  const [first] = entries
  if (first?.name !== 'mimetype' || Buffer.from(first.bytes).toString('latin1') !== 'application/epub+zip') {
    findings.push({
      rule: 'mimetype-first',
      file: first?.name ?? '',
      message: 'the first entry is not the mimetype',
    })
  }
  if (byName.get('mimetype')?.method !== 0) {
    findings.push({ rule: 'mimetype-stored', file: 'mimetype', message: 'the mimetype is compressed' })
  }
  const names = new Set<string>()
  for (const { name } of entries) {
    // File systems that ignore case or normalise names would write one over the other.
    const key = name.normalize('NFC').toLowerCase()
    if (names.has(key))
      findings.push({ rule: 'names-unique', file: name, message: 'two entries have this name' })
    names.add(key)
  }
  // Records about the book are linked and must not be in the manifest.
  const linked = elementsOf(packageRoot, 'link')
    .map(({ attributes }) => attributes['href'] ?? '')
    .filter((href) => href !== '' && !/^[a-z][a-z0-9+.-]*:/i.test(href))
    .map((href) => resolvePath(packagePath, href))
  const declared = new Set([...manifest.map(({ path }) => path), ...linked])
  for (const { name } of entries) {
    if (name === 'mimetype' || name === packagePath || name.startsWith('META-INF/') || declared.has(name))
      continue
    findings.push({ rule: 'files-declared', file: name, message: 'the manifest does not have this file' })
  }
  for (const path of declared) {
    if (!byName.has(path))
      findings.push({ rule: 'files-exist', file: path, message: 'the container lacks this file' })
  }
  return findings
}
