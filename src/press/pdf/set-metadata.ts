import { PDFHexString, PDFName, PDFRef, PDFString, type PDFDict, type PDFDocument } from '@cantoo/pdf-lib'
import type { FinishingJob, FinishingStep } from './finishing.js'
import { issueTitle, numberText } from './issue-title.js'
import { pdfDate } from './pdf-date.js'
import { xmpPacket } from './xmp-packet.js'

/** The Info dictionary (ISO 32000-1, 14.3.3) and the same in XMP (14.3.2), with what the file claims to be. */
export const setMetadata: FinishingStep = (document, job) => {
  setInfo(document, job)
  const packet = xmpPacket(job.publication, { ...job, archive: '2A', accessible: true })
  // Not compressed: PDF/A wants it readable by tools that know no PDF (ISO 19005-2, 6.6.2.1).
  const stream = document.context.stream(new TextEncoder().encode(packet), {
    Type: 'Metadata',
    Subtype: 'XML',
  })
  document.catalog.set(PDFName.of('Metadata'), document.context.register(stream))
}

/** Puts a new Info dictionary in the place of the browser's. */
export function setInfo(
  { context }: PDFDocument,
  job: Pick<FinishingJob, 'publication' | 'date' | 'producer'>,
): PDFDict {
  const { metadata } = job.publication
  const publisher = metadata.periodical.publisher ?? metadata.periodical.sponsor
  const info = context.obj({})
  const put = (key: string, value: string) => info.set(PDFName.of(key), PDFHexString.fromText(value))
  put('Title', issueTitle(metadata))
  if (publisher !== undefined) put('Author', publisher)
  put('Subject', `${metadata.periodical.title} ${numberText(metadata.issue)}`)
  put('Creator', job.producer)
  put('Producer', job.producer)
  info.set(PDFName.of('CreationDate'), PDFString.of(pdfDate(job.date)))
  info.set(PDFName.of('ModDate'), PDFString.of(pdfDate(job.date)))
  const old = context.trailerInfo.Info
  if (old instanceof PDFRef) context.assign(old, info)
  else context.trailerInfo.Info = context.register(info)
  return info
}
