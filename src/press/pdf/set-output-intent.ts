import { PDFName, PDFString } from '@cantoo/pdf-lib'
import type { FinishingStep } from './finishing.js'
import { srgbProfile } from './srgb-profile.js'

/** What colours without a profile mean (ISO 32000-1, 14.11.5; ISO 19005-2, 6.2.3): sRGB, as in the browser. */
export const setOutputIntent: FinishingStep = ({ catalog, context }) => {
  const profile = context.register(context.flateStream(srgbProfile(), { N: 3 }))
  const intent = context.obj({ Type: 'OutputIntent', S: 'GTS_PDFA1', DestOutputProfile: profile })
  for (const key of ['OutputConditionIdentifier', 'Info'])
    intent.set(PDFName.of(key), PDFString.of('sRGB IEC61966-2.1'))
  catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]))
}
