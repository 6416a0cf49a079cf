import type { Colour, PageGeometry, PressSetting, Publication, SubsetFace } from '../issue/index.js'
import type { PressPages } from './press-pages.js'
import { freeProfile } from './free-profile.js'
import { assertFonts, finishPress, InkMixer, loadPdf, postScriptName, PressTransform } from './pdf/index.js'

export interface MakePressPdfInput {
  readonly publication: Publication<unknown>
  readonly geometry: PageGeometry
  readonly faces: readonly SubsetFace[]
  /** The theme's named colours. */
  readonly colours: ReadonlyMap<string, Colour>
  readonly setting: PressSetting
  /** The printer's profile, checked; absent: the free one. */
  readonly profile?: Uint8Array | undefined
  /** Seconds since 1970: the file's date. */
  readonly date: number
  /** `Kanben 0.1.0`. */
  readonly producer: string
}

/**
 * Finishes printed pages as the press PDF: PDF/X-4 (ISO 15930-7), everything in ink.
 *
 * @param printed the pages as `printReading` gives them for the press
 * @throws Error when fonts are not as expected, or a colour is of a kind that Chromium does not write
 */
export async function makePressPdf(printed: PressPages, input: MakePressPdfInput): Promise<Uint8Array> {
  const { faces, colours, setting } = input
  const profile = input.profile ?? freeProfile.read()
  const [document, transform] = await Promise.all([
    loadPdf(printed.bytes),
    PressTransform.open({
      profile,
      intent: setting.intent ?? 'relative',
      blackPointCompensation: setting.blackPointCompensation ?? true,
    }),
  ])
  const names = faces.map((face) => postScriptName(face.bytes)).filter((name) => name !== undefined)
  assertFonts(document, new Set(names))
  return finishPress(document, {
    ...input,
    ink: { transform, mixer: new InkMixer(transform, colours), originals: printed.originals },
    profile,
    condition: input.profile === undefined ? freeProfile.condition : undefined,
    marks: setting.marks ?? [],
  })
}
