import {
  cmsFLAGS_BLACKPOINTCOMPENSATION,
  cmsInfoDescription,
  instantiate,
  TYPE_CMYK_16,
  TYPE_CMYK_8,
  TYPE_RGB_16,
  TYPE_RGB_8,
  type Lcms,
} from 'lcms-wasm'
import type { PressIntent } from '../../../issue/index.js'

/** How colours without a name of their own come to the press. */
export interface PressTransformOptions {
  /** ICC profile of the press. */
  readonly profile: Uint8Array
  readonly intent: PressIntent
  readonly blackPointCompensation: boolean
}

/** ICC.1:2010, 7.2.15. */
const intents: Readonly<Record<PressIntent, number>> = {
  perceptual: 0,
  relative: 1,
  saturation: 2,
  absolute: 3,
}

/** Pixels that go through the profile at a time: enough to be fast, few enough to need little memory. */
const strip = 1 << 18

/** Colours from sRGB, or another RGB profile, to the ink of one press. */
export class PressTransform {
  /** The profile's own description. */
  readonly description: string
  readonly #lcms: Lcms
  readonly #options: PressTransformOptions
  readonly #press: number
  readonly #transforms = new Map<string, number>()

  private constructor(lcms: Lcms, press: number, options: PressTransformOptions) {
    this.#lcms = lcms
    this.#press = press
    this.#options = options
    this.description = lcms.cmsGetProfileInfoASCII(press, cmsInfoDescription, 'en', 'US')
  }

  /** @throws Error when the profile cannot be opened: it should have been checked on loading */
  static async open(options: PressTransformOptions): Promise<PressTransform> {
    const lcms = await instantiate()
    const press = openProfile(lcms, options.profile)
    if (press === 0) throw new Error('The profile of the press cannot be opened')
    return new PressTransform(lcms, press, options)
  }

  /** Colours of sRGB, three numbers of 0–65535 each, as ink: four of them each. */
  colours(rgb: Uint16Array): Uint16Array {
    const transform = this.#transform('colours', undefined, TYPE_RGB_16, TYPE_CMYK_16)
    return this.#lcms.cmsDoTransform(transform, rgb, rgb.length / 3)
  }

  /**
   * Pixels of 8-bit RGB as 8-bit CMYK, 255 being full ink.
   *
   * @param source profile of the pixels; sRGB when it is absent or not to be read
   */
  pixels(rgb: Uint8Array, source?: Uint8Array): Uint8Array {
    const key = source === undefined ? 'pixels' : `pixels ${Buffer.from(source).toString('latin1')}`
    const transform = this.#transform(key, source, TYPE_RGB_8, TYPE_CMYK_8)
    const count = Math.floor(rgb.length / 3)
    const ink = new Uint8Array(count * 4)
    for (let at = 0; at < count; at += strip) {
      const size = Math.min(strip, count - at)
      ink.set(this.#lcms.cmsDoTransform(transform, rgb.subarray(at * 3, (at + size) * 3), size), at * 4)
    }
    return ink
  }

  /** How light black ink alone comes out: sRGB's value, 0–1, for each per cent of it from 0 to 100. */
  blackScale(): readonly number[] {
    const lcms = this.#lcms
    const screen = lcms.cmsCreate_sRGBProfile()
    const { intent, blackPointCompensation } = this.#options
    const flags = blackPointCompensation ? cmsFLAGS_BLACKPOINTCOMPENSATION : 0
    const back = lcms.cmsCreateTransform(
      this.#press,
      TYPE_CMYK_16,
      screen,
      TYPE_RGB_16,
      intents[intent],
      flags,
    )
    lcms.cmsCloseProfile(screen)
    const steps = Array.from({ length: 101 }, (_, step) => step)
    if (back === 0) return steps.map((step) => 1 - step / 100)
    const ink = Uint16Array.from(steps.flatMap((step) => [0, 0, 0, Math.round(step * 655.35)]))
    const seen = lcms.cmsDoTransform(back, ink, steps.length)
    lcms.cmsDeleteTransform(back)
    return steps.map((step) => (seen[step * 3 + 1] ?? 0) / 65535)
  }

  #transform(key: string, source: Uint8Array | undefined, from: number, to: number): number {
    const known = this.#transforms.get(key)
    if (known !== undefined) return known
    const lcms = this.#lcms
    const { intent, blackPointCompensation } = this.#options
    const opened = source === undefined ? 0 : openProfile(lcms, source)
    const origin = opened === 0 ? lcms.cmsCreate_sRGBProfile() : opened
    const flags = blackPointCompensation ? cmsFLAGS_BLACKPOINTCOMPENSATION : 0
    const made = lcms.cmsCreateTransform(origin, from, this.#press, to, intents[intent], flags)
    lcms.cmsCloseProfile(origin)
    if (made === 0) throw new Error('The profile of the press gives no way from RGB to ink')
    this.#transforms.set(key, made)
    return made
  }
}

/** Not by the library's own function: it puts the whole profile on a small stack. */
function openProfile(lcms: Lcms, bytes: Uint8Array): number {
  const address = lcms._malloc(bytes.length)
  lcms.HEAPU8.set(bytes, address)
  const profile = lcms.ccall('cmsOpenProfileFromMem', 'number', ['number', 'number'], [address, bytes.length])
  lcms._free(address)
  return profile
}
