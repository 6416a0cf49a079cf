import { PDFHexString, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib'
import type { FinishingStep } from './finishing.js'
import { issueTitle, numberText } from './issue-title.js'
import { isoDate, pdfDate } from './pdf-date.js'

/** The Info dictionary (ISO 32000-1, 14.3.3) and the same in XMP (14.3.2), with Dublin Core. */
export const setMetadata: FinishingStep = (document, job) => {
  const { metadata } = job.publication
  const title = issueTitle(metadata)
  const publisher = metadata.periodical.publisher ?? metadata.periodical.sponsor
  const { context } = document

  const info = context.obj({})
  const put = (key: string, value: string) => info.set(PDFName.of(key), PDFHexString.fromText(value))
  put('Title', title)
  if (publisher !== undefined) put('Author', publisher)
  put('Subject', `${metadata.periodical.title} ${numberText(metadata.issue)}`)
  put('Creator', job.producer)
  put('Producer', job.producer)
  info.set(PDFName.of('CreationDate'), PDFString.of(pdfDate(job.date)))
  info.set(PDFName.of('ModDate'), PDFString.of(pdfDate(job.date)))
  const old = context.trailerInfo.Info
  if (old instanceof PDFRef) context.assign(old, info)
  else context.trailerInfo.Info = context.register(info)

  const date = isoDate(job.date)
  const packet = xmp([
    `<dc:format>application/pdf</dc:format>`,
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escape(title)}</rdf:li></rdf:Alt></dc:title>`,
    `<dc:language><rdf:Bag><rdf:li>${escape(metadata.language)}</rdf:li></rdf:Bag></dc:language>`,
    ...(publisher === undefined
      ? []
      : [
          `<dc:creator><rdf:Seq><rdf:li>${escape(publisher)}</rdf:li></rdf:Seq></dc:creator>`,
          `<dc:publisher><rdf:Bag><rdf:li>${escape(publisher)}</rdf:li></rdf:Bag></dc:publisher>`,
        ]),
    ...(metadata.rights === undefined
      ? []
      : [
          `<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${escape(metadata.rights)}</rdf:li></rdf:Alt></dc:rights>`,
        ]),
    `<xmp:CreatorTool>${escape(job.producer)}</xmp:CreatorTool>`,
    `<xmp:CreateDate>${date}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${date}</xmp:ModifyDate>`,
    `<xmp:MetadataDate>${date}</xmp:MetadataDate>`,
    `<pdf:Producer>${escape(job.producer)}</pdf:Producer>`,
  ])
  // Not compressed: PDF/A wants it readable by tools that know no PDF (ISO 19005-2, 6.6.2.1).
  const stream = context.stream(new TextEncoder().encode(packet), { Type: 'Metadata', Subtype: 'XML' })
  document.catalog.set(PDFName.of('Metadata'), context.register(stream))
}

function xmp(properties: readonly string[]): string {
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
${properties.join('\n')}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
