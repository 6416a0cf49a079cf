import { deflateSync } from 'node:zlib'
import { PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import type { PressStep } from './press-job.js'

/** For which press the colours are (ISO 15930-7, 6.2.4; ISO 32000-1, 14.11.5): the profile itself is embedded. */
export const setPressIntent: PressStep = ({ catalog, context }, { profile, condition, ink }) => {
  const { description } = ink.transform
  const embedded = context.register(context.stream(deflateSync(profile), { N: 4, Filter: 'FlateDecode' }))
  const intent = context.obj({ Type: 'OutputIntent', S: 'GTS_PDFX', DestOutputProfile: embedded })
  const put = (key: string, value: string) => intent.set(PDFName.of(key), textString(value))
  put('OutputConditionIdentifier', condition ?? description)
  put('OutputCondition', description)
  put('Info', description)
  // The registry that the identifier belongs to.
  if (condition !== undefined) put('RegistryName', 'http://www.color.org')
  catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]))
}

function textString(text: string): PDFString | PDFHexString {
  return /^[\u0020-\u007e]*$/.test(text) && !/[()\\]/.test(text)
    ? PDFString.of(text)
    : PDFHexString.fromText(text)
}
