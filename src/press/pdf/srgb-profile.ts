const D50 = [0.9642, 1, 0.8249] as const

/** Primaries of IEC 61966-2-1 adapted to D50 by the Bradford transform, as columns X, Y, Z. */
const colorants = {
  rXYZ: [0.4360747, 0.2225045, 0.0139322],
  gXYZ: [0.3850649, 0.7168786, 0.0971045],
  bXYZ: [0.1430804, 0.0606169, 0.7141733],
} as const

/** From D65, which sRGB is defined for, to D50 (ICC.1:2004-10, annex E). */
const adaptation = [
  1.0478112, 0.0228866, -0.050127, 0.0295424, 0.9904844, -0.0170491, -0.0092345, 0.0150436, 0.7521316,
]

/** The tone curve of IEC 61966-2-1: ((x + 0.055) / 1.055) ^ 2.4, and x / 12.92 below 0.04045. */
const curve = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]

/**
 * An sRGB profile (ICC.1:2004-10, version 4.2: a display profile of matrix and curves), written from the standard's own
 * figures, so that no file with another licence comes along. The same bytes each time.
 */
export function srgbProfile(): Uint8Array {
  const shared = parametricCurve()
  const tags: [string, Buffer][] = [
    ['desc', unicodeText('sRGB IEC61966-2.1')],
    ['cprt', unicodeText('No copyright, use freely')],
    ['wtpt', xyz(D50)],
    ['chad', fixedArray('sf32', adaptation)],
    ...Object.entries(colorants).map(([name, value]): [string, Buffer] => [name, xyz(value)]),
    ['rTRC', shared],
    ['gTRC', shared],
    ['bTRC', shared],
  ]
  const table = Buffer.alloc(4 + tags.length * 12)
  table.writeUInt32BE(tags.length, 0)
  const bodies: Buffer[] = []
  const placed = new Map<Buffer, number>()
  let end = 128 + table.length
  tags.forEach(([signature, body], index) => {
    const offset = placed.get(body) ?? end
    if (!placed.has(body)) {
      placed.set(body, offset)
      bodies.push(body)
      end += body.length
    }
    table.write(signature, 4 + index * 12, 'latin1')
    table.writeUInt32BE(offset, 8 + index * 12)
    table.writeUInt32BE(body.length, 12 + index * 12)
  })
  return Buffer.concat([header(end), table, ...bodies])
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(128)
  bytes.writeUInt32BE(size, 0)
  bytes.writeUInt32BE(0x04200000, 8)
  bytes.write('mntrRGB XYZ ', 12, 'latin1')
  // A date of its own would change nothing but the bytes: that of the standard's edition.
  ;[1999, 10, 1, 0, 0, 0].forEach((part, index) => bytes.writeUInt16BE(part, 24 + index * 2))
  bytes.write('acsp', 36, 'latin1')
  D50.forEach((value, index) => bytes.writeInt32BE(fixed(value), 68 + index * 4))
  return bytes
}

/** 15.16 fixed point, as ICC writes numbers. */
function fixed(value: number): number {
  return Math.round(value * 65536)
}

function fixedArray(type: string, values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 + values.length * 4)
  bytes.write(type, 0, 'latin1')
  values.forEach((value, index) => bytes.writeInt32BE(fixed(value), 8 + index * 4))
  return bytes
}

function xyz(value: readonly number[]): Buffer {
  return fixedArray('XYZ ', value)
}

function parametricCurve(): Buffer {
  const bytes = Buffer.alloc(12 + curve.length * 4)
  bytes.write('para', 0, 'latin1')
  bytes.writeUInt16BE(3, 8)
  curve.forEach((value, index) => bytes.writeInt32BE(fixed(value), 12 + index * 4))
  return bytes
}

/** `multiLocalizedUnicodeType` with one text, in English; padded to four bytes. */
function unicodeText(text: string): Buffer {
  const letters = Buffer.from(text, 'utf16le').swap16()
  const bytes = Buffer.alloc(28 + Math.ceil(letters.length / 4) * 4)
  bytes.write('mluc', 0, 'latin1')
  bytes.writeUInt32BE(1, 8)
  bytes.writeUInt32BE(12, 12)
  bytes.write('enUS', 16, 'latin1')
  bytes.writeUInt32BE(letters.length, 20)
  bytes.writeUInt32BE(28, 24)
  letters.copy(bytes, 28)
  return bytes
}
