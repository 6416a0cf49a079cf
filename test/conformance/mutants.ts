import { PDFArray, PDFDict, PDFName, PDFStream, type PDFDocument } from '@cantoo/pdf-lib'
import type { Flavour } from './verapdf.js'
import { loadPdf } from '../../src/press/pdf/index.js'
import type { PreflightRule } from '../../src/press/pdf/preflight/index.js'
import { savePdf } from '../../src/press/pdf/save-pdf.js'

interface Mutant {
  /** What our own check says of it. */
  readonly rule: PreflightRule
  /** The standard that asks for it. */
  readonly flavour: Flavour
  readonly change?: (document: PDFDocument) => void
  readonly changeBytes?: (bytes: Uint8Array) => Uint8Array
}

const N = (name: string) => PDFName.of(name)

function dictionaries(document: PDFDocument): PDFDict[] {
  return document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
}

/** Files that lack one thing each. */
export const mutants: Readonly<Record<string, Mutant>> = {
  'no language': {
    rule: 'document-language',
    flavour: 'ua1',
    change: ({ catalog }) => catalog.delete(N('Lang')),
  },
  'no output intent': {
    rule: 'output-intent',
    flavour: '2a',
    change: ({ catalog }) => catalog.delete(N('OutputIntents')),
  },
  'no identifier': {
    rule: 'file-identifier',
    flavour: '2a',
    changeBytes: (bytes) => {
      const text = Buffer.from(bytes).toString('latin1')
      return new Uint8Array(
        Buffer.from(
          text.replace(/ \/ID \[[^\]]*\]/, (id) => ' '.repeat(id.length)),
          'latin1',
        ),
      )
    },
  },
  'not marked as tagged': {
    rule: 'tags-marked',
    flavour: 'ua1',
    change: ({ catalog }) => catalog.delete(N('MarkInfo')),
  },
  'no title in the bar': {
    rule: 'title-in-bar',
    flavour: 'ua1',
    change: ({ catalog }) => catalog.delete(N('ViewerPreferences')),
  },
  'a figure without alternative': {
    rule: 'figure-alternative',
    flavour: 'ua1',
    change: (document) =>
      dictionaries(document)
        .find((dict) => dict.get(N('S')) === N('Figure'))
        ?.delete(N('Alt')),
  },
  'a link without description': {
    rule: 'link-description',
    flavour: 'ua1',
    change: (document) =>
      dictionaries(document)
        .find((dict) => dict.get(N('Subtype')) === N('Link'))
        ?.delete(N('Contents')),
  },
  'a font that is not embedded': {
    rule: 'font-embedded',
    flavour: '2a',
    change: (document) => {
      const fonts = document.getPages()[0]?.node.Resources()?.lookup(N('Font'), PDFDict)
      const font = fonts && document.context.lookup(fonts.values()[0], PDFDict)
      const descendant = font?.lookup(N('DescendantFonts'), PDFArray).lookup(0, PDFDict)
      const descriptor = descendant?.lookup(N('FontDescriptor'), PDFDict)
      if (!(descriptor?.lookup(N('FontFile2')) instanceof PDFStream))
        throw new Error('the font was not embedded')
      descriptor.delete(N('FontFile2'))
    },
  },
}

export async function mutate(bytes: Uint8Array, { change, changeBytes }: Mutant): Promise<Uint8Array> {
  const document = await loadPdf(bytes)
  change?.(document)
  const saved = await savePdf(document)
  return changeBytes?.(saved) ?? saved
}
