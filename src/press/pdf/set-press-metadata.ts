import { PDFName, PDFString } from '@cantoo/pdf-lib'
import type { PressStep } from './press-job.js'
import { setInfo } from './set-metadata.js'
import { xmpPacket } from './xmp-packet.js'

/**
 * Info dictionary and XMP of a press PDF (ISO 15930-7, 6.2.1 and 6.7): what the file claims to be, that nothing is trapped,
 * and the language of its text.
 */
export const setPressMetadata: PressStep = (document, job) => {
  const info = setInfo(document, job)
  info.set(PDFName.of('Trapped'), PDFName.of('False'))
  const packet = xmpPacket(job.publication, { ...job, press: 'PDF/X-4' })
  const stream = document.context.stream(new TextEncoder().encode(packet), {
    Type: 'Metadata',
    Subtype: 'XML',
  })
  document.catalog.set(PDFName.of('Metadata'), document.context.register(stream))
  document.catalog.set(PDFName.of('Lang'), PDFString.of(job.publication.metadata.language))
}
