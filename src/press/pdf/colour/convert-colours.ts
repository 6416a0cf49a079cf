import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFStream,
  type PDFContext,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib'
import {
  convertContent,
  luminosity,
  type ContentMode,
  type ConvertedContent,
  type OverprintState,
} from './convert-content.js'
import { convertImage } from './convert-image.js'
import { convertShading } from './convert-shading.js'
import type { InkMixer } from './ink-mixer.js'
import { isRgbSpace } from './is-rgb-space.js'
import { PlateSpaces } from './plate-spaces.js'
import { contentStreams, joinContent } from '../object/page-content.js'
import { compressedStream } from '../object/compressed-stream.js'
import { entry, numbersOf } from '../object/read-object.js'
import { wholeBytes } from '../object/stream-bytes.js'
import type { OriginalPictures } from './original-pictures.js'
import type { PressTransform } from './press-transform.js'

const key = (name: string) => PDFName.of(name)

/** Ink is converted by these. */
export interface PressInk {
  readonly mixer: InkMixer
  readonly transform: PressTransform
  readonly originals: OriginalPictures
}

/**
 * Turns every colour that the pages can reach into ink: content streams, forms, tiling patterns, shadings, soft masks,
 * pictures, and the blending spaces of transparency groups (ISO 15930-7, 6.2.4; ISO 32000-1, 8.6 and 11.6.6).
 *
 * @throws Error naming the page, for a kind of colour that Chromium writes in no file
 */
export async function convertColours(document: PDFDocument, ink: PressInk): Promise<void> {
  const conversion = new Conversion(document.context, ink)
  for (const [index, page] of document.getPages().entries()) {
    try {
      conversion.page(page.node)
    } catch (error) {
      throw new Error(`Page ${index + 1}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      })
    }
  }
  await conversion.finish()
}

class Conversion {
  readonly #context: PDFContext
  readonly #ink: PressInk
  /** How each stream is read; the same one cannot be read in two ways. */
  readonly #modes = new Map<PDFObject, ContentMode>()
  readonly #jobs: Promise<void>[] = []
  readonly #pictures: (() => Promise<void>)[] = []
  readonly #states = new Map<OverprintState, PDFRef>()
  readonly #plates: PlateSpaces

  constructor(context: PDFContext, ink: PressInk) {
    this.#context = context
    this.#ink = ink
    this.#plates = new PlateSpaces(context)
  }

  page(node: PDFDict & { Contents(): PDFObject | undefined; Resources(): PDFDict | undefined }): void {
    const resources = node.Resources() ?? this.#context.obj({})
    const contents = node.Contents()
    const parts = contentStreams(node).map(wholeBytes)
    const whole = parts.length === 1 && parts[0] ? parts[0] : joinContent(parts)
    const converted = this.#content(whole, resources, { mode: 'ink', scale: 1 })
    const ref = this.#context.nextRef()
    this.#write(ref, this.#context.obj({}), converted.bytes)
    for (const each of contents instanceof PDFArray ? contents.asArray() : [node.get(key('Contents'))])
      if (each instanceof PDFRef) this.#context.delete(each)
    node.set(key('Contents'), ref)
    node.set(key('Resources'), resources)
    node.set(key('Group'), this.#context.obj({ Type: 'Group', S: 'Transparency', CS: 'DeviceCMYK' }))
  }

  async finish(): Promise<void> {
    await Promise.all(this.#jobs)
    // One after the other: a picture takes as much memory as all else together.
    for (const picture of this.#pictures) await picture()
  }

  #content(
    bytes: Uint8Array,
    resources: PDFDict,
    scope: { readonly mode: ContentMode; readonly scale: number },
  ): ConvertedContent {
    const spaces = resources.lookup(key('ColorSpace'))
    const converted = convertContent(
      bytes,
      {
        ...scope,
        isRgbSpace: (name) => spaces instanceof PDFDict && isRgbSpace(spaces.lookup(key(name))),
      },
      this.#ink.mixer,
    )
    this.#resources(resources, converted.used, scope)
    this.#plates.add(resources, converted.plates)
    if (converted.states.size > 0) {
      const states = resources.lookup(key('ExtGState')) ?? this.#context.obj({})
      if (!(states instanceof PDFDict)) throw new Error('The graphics states of a page are no dictionary')
      for (const state of converted.states) states.set(key(state), this.#state(state))
      resources.set(key('ExtGState'), states)
    }
    return converted
  }

  #resources(
    resources: PDFDict,
    used: ReadonlyMap<string, number>,
    { mode, scale }: { readonly mode: ContentMode; readonly scale: number },
  ): void {
    const each = (
      kind: string,
      convert: (value: PDFObject, ref: PDFRef | undefined, scale: number) => void,
    ) => {
      const group = resources.lookup(key(kind))
      if (!(group instanceof PDFDict)) return
      for (const [name, value] of group.entries()) {
        const object = this.#context.lookup(value)
        if (object === undefined) continue
        convert(
          object,
          value instanceof PDFRef ? value : undefined,
          used.get(`${kind} ${name.decodeText()}`) ?? scale,
        )
      }
    }
    each('XObject', (object, ref, scale) => {
      if (!(object instanceof PDFStream) || ref === undefined) return
      if (object.dict.lookup(key('Subtype')) === key('Form')) this.#form(object, ref, { mode, scale })
      else this.#picture(object, ref, mode)
    })
    each('Pattern', (object, ref, scale) => {
      if (object instanceof PDFStream) {
        if (ref !== undefined) this.#form(object, ref, { mode, scale })
      } else if (object instanceof PDFDict) this.#shading(object.lookup(key('Shading')), mode)
    })
    each('Shading', (object) => this.#shading(object, mode))
    each('ExtGState', (object) => {
      const mask = object instanceof PDFDict ? object.lookup(key('SMask')) : undefined
      if (mask instanceof PDFDict) this.#mask(mask, scale)
    })
    // Their names no longer stand in the content.
    const spaces = resources.lookup(key('ColorSpace'))
    if (!(spaces instanceof PDFDict)) return
    for (const [name, value] of spaces.entries())
      if (isRgbSpace(this.#context.lookup(value))) spaces.delete(name)
  }

  #form(
    form: PDFStream,
    ref: PDFRef,
    { mode, scale }: { readonly mode: ContentMode; readonly scale: number },
  ): void {
    if (!this.#isNew(form, mode)) return
    const { dict } = form
    const group = dict.lookup(key('Group'))
    if (group instanceof PDFDict) group.set(key('CS'), key(mode === 'ink' ? 'DeviceCMYK' : 'DeviceGray'))
    const [a = 1, b = 0, c = 0, d = 1] = numbersOf(entry(dict, 'Matrix')) ?? []
    const own = dict.lookup(key('Resources'))
    const resources = own instanceof PDFDict ? own : this.#context.obj({})
    const converted = this.#content(wholeBytes(form), resources, {
      mode,
      scale: scale * Math.sqrt(Math.abs(a * d - b * c)),
    })
    dict.set(key('Resources'), resources)
    this.#write(ref, dict, converted.bytes)
  }

  #mask(mask: PDFDict, scale: number): void {
    const form = mask.lookup(key('G'))
    const ref = mask.get(key('G'))
    if (!(form instanceof PDFStream) || !(ref instanceof PDFRef)) return
    const mode = mask.lookup(key('S')) === key('Luminosity') ? 'luminosity' : 'ink'
    const backdrop = numbersOf(entry(mask, 'BC'))
    if (mode === 'luminosity' && backdrop?.length === 3) {
      const [red = 0, green = 0, blue = 0] = backdrop
      mask.set(key('BC'), this.#context.obj([luminosity([red, green, blue])]))
    }
    this.#form(form, ref, { mode, scale })
  }

  #shading(shading: PDFObject | undefined, mode: ContentMode): void {
    const dict = shading instanceof PDFStream ? shading.dict : shading
    if (dict instanceof PDFDict && this.#isNew(dict, mode))
      convertShading(dict, { mode, mixer: this.#ink.mixer, plates: this.#plates })
  }

  #picture(picture: PDFStream, ref: PDFRef, mode: ContentMode): void {
    if (!(picture instanceof PDFRawStream) || !this.#isNew(picture, mode)) return
    this.#pictures.push(async () => {
      const converted = await convertImage(picture, mode, this.#ink)
      if (converted !== undefined) this.#context.assign(ref, converted)
    })
  }

  /** @throws Error when an object was converted before for another use */
  #isNew(object: PDFObject, mode: ContentMode): boolean {
    const known = this.#modes.get(object)
    if (known !== undefined && known !== mode)
      throw new Error('A mask is painted as a picture as well, which cannot be converted')
    this.#modes.set(object, mode)
    return known === undefined
  }

  #write(ref: PDFRef, dict: PDFDict, bytes: Uint8Array): void {
    this.#jobs.push(compressedStream(dict, bytes).then((stream) => this.#context.assign(ref, stream)))
  }

  /** Overprint mode 1: an ink of which a colour has nothing leaves what lies beneath (ISO 32000-1, 8.6.7). */
  #state(name: OverprintState): PDFRef {
    const known = this.#states.get(name)
    if (known !== undefined) return known
    const isOver = name === 'KbOverprint'
    const ref = this.#context.register(
      this.#context.obj({ Type: 'ExtGState', OP: isOver, op: isOver, OPM: PDFNumber.of(isOver ? 1 : 0) }),
    )
    this.#states.set(name, ref)
    return ref
  }
}
