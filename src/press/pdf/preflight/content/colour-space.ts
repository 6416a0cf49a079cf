import {
  PDFArray,
  PDFHexString,
  PDFName,
  PDFStream,
  PDFString,
  type PDFDict,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { readFunction, type PdfFunction } from '../../object/pdf-function.js'
import { entry, itemsOf, nameOf, numberOf } from '../../object/read-object.js'
import { streamBytes } from '../../object/stream-bytes.js'

export type Family =
  | 'DeviceGray'
  | 'DeviceRGB'
  | 'DeviceCMYK'
  | 'CalGray'
  | 'CalRGB'
  | 'Lab'
  | 'ICCBased'
  | 'Indexed'
  | 'Separation'
  | 'DeviceN'
  | 'Pattern'

/** A colour space (ISO 32000-1, 8.6). */
export interface ColourSpace {
  readonly family: Family
  readonly components: number
  /** Colourants of Separation and DeviceN. */
  readonly names?: readonly string[] | undefined
  /** Of Indexed the base, of Separation and DeviceN the alternate space, of Pattern that of an uncoloured one. */
  readonly base?: ColourSpace | undefined
  readonly tint?: PdfFunction | undefined
  /** Of Indexed: the colours, one byte a component. */
  readonly table?: Uint8Array | undefined
  /** Of ICCBased: the profile works in Lab. */
  readonly isLab?: boolean | undefined
}

export const gray: ColourSpace = { family: 'DeviceGray', components: 1 }
const rgb: ColourSpace = { family: 'DeviceRGB', components: 3 }
const cmyk: ColourSpace = { family: 'DeviceCMYK', components: 4 }

const devices: Readonly<Record<string, readonly [ColourSpace, string]>> = {
  DeviceGray: [gray, 'DefaultGray'],
  G: [gray, 'DefaultGray'],
  DeviceRGB: [rgb, 'DefaultRGB'],
  RGB: [rgb, 'DefaultRGB'],
  DeviceCMYK: [cmyk, 'DefaultCMYK'],
  CMYK: [cmyk, 'DefaultCMYK'],
}

/**
 * Reads a colour space where it is used: a name may be a device space, remapped by the resources (8.6.5.6), or a
 * resource. Absent when it is damaged or unknown.
 */
export function readColourSpace(
  object: PDFObject | undefined,
  resources: PDFDict | undefined,
  depth = 0,
): ColourSpace | undefined {
  if (depth > 8) return undefined
  const name = nameOf(object)
  if (name !== undefined) return readNamed(name, resources, depth)
  if (!(object instanceof PDFArray)) return undefined
  const items = itemsOf(object)
  const family = nameOf(items[0])
  const inner = (at: number) => readColourSpace(items[at], resources, depth + 1)
  switch (family) {
    case 'ICCBased':
      return readIcc(items[1])
    case 'CalGray':
      return { family, components: 1 }
    case 'CalRGB':
    case 'Lab':
      return { family, components: 3 }
    case 'Indexed':
    case 'I': {
      const base = inner(1)
      return base && { family: 'Indexed', components: 1, base, table: readTable(items[3]) }
    }
    case 'Separation': {
      const tint = readFunction(items[3])
      return { family, components: 1, names: [nameOf(items[1]) ?? ''], base: inner(2), tint }
    }
    case 'DeviceN': {
      const names = itemsOf(items[1]).map((item) => nameOf(item) ?? '')
      return { family, components: names.length, names, base: inner(2), tint: readFunction(items[3]) }
    }
    case 'Pattern':
      return { family, components: 0, base: items.length > 1 ? inner(1) : undefined }
    default:
      return family === undefined ? undefined : readNamed(family, resources, depth)
  }
}

function readNamed(name: string, resources: PDFDict | undefined, depth: number): ColourSpace | undefined {
  const spaces = entry(resources, 'ColorSpace')
  const device = devices[name]
  if (device) {
    const remapped = entry(spaces, device[1])
    return remapped === undefined ? device[0] : (readColourSpace(remapped, undefined, depth + 1) ?? device[0])
  }
  if (name === 'Pattern') return { family: 'Pattern', components: 0 }
  const found = entry(spaces, name)
  return found === undefined || found === PDFName.of(name)
    ? undefined
    : readColourSpace(found, resources, depth + 1)
}

/** 8.6.5.5; the space of the colours stands in bytes 16 to 19 of the profile (ICC.1, 7.2). */
function readIcc(stream: PDFObject | undefined): ColourSpace {
  const components = numberOf(entry(stream, 'N')) ?? 3
  const header =
    stream instanceof PDFStream && components === 3 ? streamBytes(stream).bytes : new Uint8Array()
  const isLab = Buffer.from(header.subarray(16, 20)).toString('latin1') === 'Lab '
  return { family: 'ICCBased', components, isLab }
}

function readTable(object: PDFObject | undefined): Uint8Array {
  if (object instanceof PDFStream) return streamBytes(object).bytes
  return object instanceof PDFString || object instanceof PDFHexString ? object.asBytes() : new Uint8Array()
}

/** What a printer asks of a colour space, whatever its making. */
export function kindOf({ family, components, base, isLab }: ColourSpace): 'ink' | 'rgb' | 'lab' | 'none' {
  if (family === 'Indexed' || family === 'Pattern') return base ? kindOf(base) : 'none'
  if (family === 'Lab' || isLab) return 'lab'
  const isRgb = family === 'DeviceRGB' || family === 'CalRGB' || (family === 'ICCBased' && components === 3)
  return isRgb ? 'rgb' : 'ink'
}

/** As it is told: `ICCBased RGB`, `Indexed DeviceCMYK`, `Separation Gold`. */
export function describeSpace({ family, components, base, names, isLab }: ColourSpace): string {
  if (family === 'Indexed' && base) return `Indexed ${describeSpace(base)}`
  if (family === 'Separation' || family === 'DeviceN') return `${family} ${(names ?? []).join(', ')}`
  if (family !== 'ICCBased') return family
  return `ICCBased ${isLab ? 'Lab' : components === 1 ? 'Gray' : components === 3 ? 'RGB' : 'CMYK'}`
}
