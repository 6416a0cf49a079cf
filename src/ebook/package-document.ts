import type { Element } from 'xast'
import { accessibilityMetadata } from './accessibility-metadata.js'
import { bibliographicMetadata, type BibliographicData } from './bibliographic-metadata.js'
import type { WritingMode } from './base-rules.js'
import type { Chapter } from './chapter.js'
import { type ImageFile, writeXml, x } from '../issue/index.js'

export interface PackageData extends BibliographicData {
  readonly chapters: readonly Chapter[]
  readonly images: readonly ImageFile[]
  /** The picture that libraries show. */
  readonly cover: ImageFile | undefined
  /** Names below `OEBPS/`. */
  readonly fonts: readonly string[]
  readonly writingMode: WritingMode
  /** Whether an ONIX record lies beside the package document. */
  readonly hasOnix: boolean
}

/** The package document (EPUB 3.3 §5). */
export function writePackageDocument(data: PackageData): string {
  const { chapters, language } = data
  const vertical = data.writingMode === 'vertical-rl'
  const hasContents = chapters.some(({ part }) => part.kind === 'contents')
  return writeXml(
    x(
      'package',
      {
        xmlns: 'http://www.idpf.org/2007/opf',
        version: '3.0',
        'unique-identifier': 'uid',
        'xml:lang': language,
        prefix: 'ibooks: http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/',
      },
      x(
        'metadata',
        { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
        bibliographicMetadata(data),
        accessibilityMetadata(
          chapters.map(({ facts }) => facts),
          data.hasPageList,
        ),
        // A record is linked and not in the manifest (EPUB 3.3 §5.5.7).
        data.hasOnix
          ? x('link', {
              rel: 'record',
              href: 'onix.xml',
              'media-type': 'application/xml',
              properties: 'onix',
            })
          : undefined,
        data.fonts.length > 0 ? x('meta', { property: 'ibooks:specified-fonts' }, 'true') : undefined,
        // EPUB 2 readers find the cover by this name.
        data.cover ? x('meta', { name: 'cover', content: 'cover-image' }) : undefined,
        // Kindle takes the direction of lines from here.
        vertical ? x('meta', { name: 'primary-writing-mode', content: 'vertical-rl' }) : undefined,
      ),
      x('manifest', {}, manifest(data)),
      x(
        'spine',
        { toc: 'ncx', 'page-progression-direction': vertical ? 'rtl' : undefined },
        chapters.map(({ part }) => x('itemref', { idref: `part-${part.id}` })),
        // Without a printed contents page the navigation is the one readers may page to.
        hasContents ? undefined : x('itemref', { idref: 'nav', linear: 'no' }),
      ),
    ),
  )
}

function manifest({ chapters, images, cover, fonts }: PackageData): Element[] {
  return [
    item('nav', 'toc.xhtml', 'application/xhtml+xml', 'nav'),
    item('ncx', 'toc.ncx', 'application/x-dtbncx+xml'),
    item('style', 'style.css', 'text/css'),
    ...chapters.map(({ part, name, facts }) => {
      const properties = [...(facts.hasMath ? ['mathml'] : []), ...(facts.hasSvg ? ['svg'] : [])].join(' ')
      return item(`part-${part.id}`, name, 'application/xhtml+xml', properties || undefined)
    }),
    ...images.map((image, index) =>
      image === cover
        ? item('cover-image', image.name, image.asset.mediaType, 'cover-image')
        : item(`image-${index + 1}`, image.name, image.asset.mediaType),
    ),
    ...fonts.map((name, index) => item(`font-${index + 1}`, name, 'font/ttf')),
  ]
}

function item(id: string, href: string, mediaType: string, properties?: string): Element {
  return x('item', { id, href, 'media-type': mediaType, properties })
}
