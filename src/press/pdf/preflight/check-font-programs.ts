import { PDFArray, PDFDict, PDFName, PDFRef, PDFStream, type PDFObject } from '@cantoo/pdf-lib'
import type { Finding, PreflightCheck } from './finding.js'

/**
 * Fonts of the pages, and of forms and patterns on them: each embedded (ISO 15930-7, 6.2.2; ISO 19005-2, 6.2.11.4), none
 * of Type 3, which presses rasterise coarsely, each with a map to Unicode where text is to be copied or read out.
 */
export const checkFontPrograms: PreflightCheck = ({ document, claims }) => {
  const findings: Finding[] = []
  const seen = new Set<PDFObject>()
  const look = (resources: PDFDict | undefined, page: number): void => {
    if (resources === undefined || seen.has(resources)) return
    seen.add(resources)
    for (const font of values(resources, 'Font')) {
      if (seen.has(font) || !(font instanceof PDFDict)) continue
      seen.add(font)
      const detail = nameOf(font)
      const find = (rule: Finding['rule'], severity: Finding['severity']) =>
        findings.push({ rule, severity, page, detail })
      if (font.get(PDFName.of('Subtype')) === PDFName.of('Type3')) {
        find('font-type', 'error')
        continue
      }
      if (!isEmbedded(font)) find('font-embedded', 'error')
      const isComposite = font.get(PDFName.of('Subtype')) === PDFName.of('Type0')
      if (isComposite && !(font.lookup(PDFName.of('ToUnicode')) instanceof PDFStream))
        find('font-unicode', claims.accessible || claims.archive ? 'error' : 'warning')
    }
    for (const kind of ['XObject', 'Pattern'])
      for (const holder of values(resources, kind))
        if (holder instanceof PDFStream) look(holder.dict.lookupMaybe(PDFName.of('Resources'), PDFDict), page)
  }
  document.getPages().forEach((page, index) => look(page.node.Resources(), index + 1))
  return findings
}

function values(resources: PDFDict, kind: string): PDFObject[] {
  const dict = resources.lookup(PDFName.of(kind))
  if (!(dict instanceof PDFDict)) return []
  return dict
    .values()
    .flatMap((value) => (value instanceof PDFRef ? resources.context.lookup(value) : value) ?? [])
}

function isEmbedded(font: PDFDict): boolean {
  const descendants = font.lookup(PDFName.of('DescendantFonts'))
  const holder = descendants instanceof PDFArray ? descendants.lookup(0) : font
  const descriptor = holder instanceof PDFDict ? holder.lookup(PDFName.of('FontDescriptor')) : undefined
  if (!(descriptor instanceof PDFDict)) return false
  return ['FontFile', 'FontFile2', 'FontFile3'].some(
    (key) => descriptor.lookup(PDFName.of(key)) instanceof PDFStream,
  )
}

function nameOf(font: PDFDict): string {
  const name = font.lookup(PDFName.of('BaseFont'))
  return name instanceof PDFName ? name.decodeText().replace(/^[A-Z]{6}\+/, '') : '?'
}
