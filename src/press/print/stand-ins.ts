import { crc32, deflateSync } from 'node:zlib'
import type { Page } from '../browser/index.js'

/** A picture that stands for one that the browser cannot print as it is: same size, one colour that no other has. */
export interface StandIn {
  /** Name of the picture's file in the document. */
  readonly picture: string
  /** Name of the file that stands for it. */
  readonly name: string
  readonly width: number
  readonly height: number
  /** Red, green, blue, 0–255. */
  readonly colour: readonly [number, number, number]
}

/** Gives each picture a colour to be known by. */
export function planStandIns(
  pictures: readonly { readonly name: string; readonly width: number; readonly height: number }[],
): StandIn[] {
  return pictures.map(({ name, width, height }, index) => ({
    picture: name,
    name: `stand-in-${index + 1}.png`,
    width,
    height,
    colour: [3, index >> 8, index & 255],
  }))
}

/** Shows the stand-ins in place of the pictures. Their sizes are the same, so that nothing moves. */
export async function showStandIns(page: Page, standIns: readonly StandIn[]): Promise<void> {
  if (standIns.length === 0) return
  const names = standIns.map(({ picture, name }) => [picture, name] as const)
  await page.evaluate(async (names) => {
    const nameOf = new Map(names)
    const images = [...document.images].filter((image) => nameOf.has(image.getAttribute('src') ?? ''))
    await Promise.all(
      images.map(async (image) => {
        image.src = nameOf.get(image.getAttribute('src') ?? '') ?? ''
        await image.decode()
      }),
    )
  }, names)
}

/** The picture as a PNG (ISO/IEC 15948) of one palette colour and one bit a pixel. */
export function standInPng({ width, height, colour }: StandIn): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 3], 8)
  const rows = Buffer.alloc((1 + Math.ceil(width / 8)) * height)
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1'),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(colour)),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
