import type {
  Colour,
  CoverSetting,
  PageGeometry,
  PressSetting,
  Publication,
  SubsetFace,
} from '../issue/index.js'
import type { PressPages } from './press-pages.js'
import { freeProfile } from './free-profile.js'
import {
  assertFonts,
  finishPress,
  InkMixer,
  loadPdf,
  makeCoverSheet,
  postScriptName,
  PressTransform,
  type PressJob,
} from './pdf/index.js'
import { spineWidth } from './spine-width.js'

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
  const { faces } = input
  const [document, job] = await Promise.all([loadPdf(printed.bytes), jobOf(printed, input)])
  const names = faces.map((face) => postScriptName(face.bytes)).filter((name) => name !== undefined)
  assertFonts(document, new Set(names))
  return finishPress(document, job)
}

/**
 * Makes the cover's sheet from the same printed pages: back cover, spine and front cover side by side.
 *
 * @throws Error as `makePressPdf` does
 */
export async function makeCover(
  printed: PressPages,
  cover: CoverSetting,
  input: MakePressPdfInput,
): Promise<Uint8Array> {
  const document = await loadPdf(printed.bytes)
  const pageCount = document.getPageCount()
  // Between the first page and the last there is nothing to convert.
  for (let at = pageCount - 2; at > 0; at -= 1) document.removePage(at)
  const job = await jobOf(printed, input)
  const finished = await loadPdf(await finishPress(document, { ...job, marks: [] }))
  const sheet = { spine: spineWidth(pageCount, cover), hasBack: cover.back === 'last-page' && pageCount > 1 }
  return makeCoverSheet(finished, sheet, job)
}

async function jobOf(printed: PressPages, input: MakePressPdfInput): Promise<PressJob> {
  const { colours, setting } = input
  const profile = input.profile ?? freeProfile.read()
  const transform = await PressTransform.open({
    profile,
    intent: setting.intent ?? 'relative',
    blackPointCompensation: setting.blackPointCompensation ?? true,
  })
  return {
    ...input,
    ink: { transform, mixer: new InkMixer(transform, colours), originals: printed.originals },
    profile,
    condition: input.profile === undefined ? freeProfile.condition : undefined,
    marks: setting.marks ?? [],
  }
}
