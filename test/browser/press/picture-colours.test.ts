import { crc32, deflateSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import type { Asset } from '../../../src/issue/index.js'
import { openBrowser } from '../../../src/press/browser/index.js'
import { redrawPictures } from '../../../src/press/index.js'
import { srgbProfile } from '../../../src/press/pdf/srgb-profile.js'

const session = openBrowser({ browserPath: process.env['PUPPETEER_EXECUTABLE_PATH'] })
afterAll(() => session.close())

/** A colour space in which what sRGB calls red is blue, and the other way round. */
function exchanged(): Buffer {
  const profile = Buffer.from(srgbProfile())
  const [red, blue] = [profile.indexOf('rXYZ'), profile.indexOf('bXYZ')]
  profile.write('bXYZ', red, 'latin1')
  profile.write('rXYZ', blue, 'latin1')
  return profile
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const numbers = Buffer.alloc(8)
  numbers.writeUInt32BE(data.length, 0)
  numbers.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([numbers.subarray(0, 4), body, numbers.subarray(4)])
}

/** A PNG of 8 by 4 px, all red by its numbers, in a colour space of its own. */
function png(profile: Uint8Array): Buffer {
  const header = Buffer.from([0, 0, 0, 8, 0, 0, 0, 4, 8, 2, 0, 0, 0])
  const row = Buffer.from([0, ...Array.from({ length: 8 }, () => [255, 0, 0]).flat()])
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('iCCP', Buffer.concat([Buffer.from('x\0\0', 'latin1'), deflateSync(profile)])),
    chunk('IDAT', deflateSync(Buffer.concat([row, row, row, row]))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A JPEG of 64 by 32 px: red, lime above; blue, white below. */
async function quarters(): Promise<Buffer> {
  const page = await session.page()
  const url = await page.evaluate(`(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 64; canvas.height = 32
    const context = canvas.getContext('2d')
    ;[['#f00', 0, 0], ['#0f0', 32, 0], ['#00f', 0, 16], ['#fff', 32, 16]].forEach(([colour, x, y]) => {
      context.fillStyle = colour
      context.fillRect(x, y, 32, 16)
    })
    return canvas.toDataURL('image/jpeg', 1)
  })()`)
  await page.close()
  return Buffer.from(String(url).replace(/^.*,/, ''), 'base64')
}

/** The same file with an Exif segment that says how it is turned (Exif 2.32, tag 0x0112). */
function turned(jpeg: Buffer, orientation: number): Buffer {
  const tiff = `4d4d002a000000080001011200030000000100${orientation.toString(16).padStart(2, '0')}000000000000`
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), Buffer.from(tiff, 'hex')])
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2])
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)])
}

async function redraw(picture: Omit<Asset, 'path'>): Promise<Asset> {
  const asset: Asset = { path: 'p', ...picture }
  const drawn = (await redrawPictures(session, new Map([['p', asset]]), { size: 1600 })).get('p')
  if (drawn === undefined) throw new Error('no picture')
  return drawn
}

/** Colours of the four quarters by their nearest name, in reading order, as a viewer that knows no metadata sees them. */
async function coloursOf({ bytes, mediaType }: Asset): Promise<string> {
  const page = await session.page()
  const source = `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`
  const seen = await page.evaluate(`(async () => {
    const image = new Image()
    image.src = ${JSON.stringify(source)}
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth; canvas.height = image.naturalHeight
    const context = canvas.getContext('2d')
    context.drawImage(image, 0, 0)
    return [[1, 1], [3, 1], [1, 3], [3, 3]].map(([x, y]) => {
      const [r, g, b] = context.getImageData(canvas.width * x / 4, canvas.height * y / 4, 1, 1).data
      return r > 128 ? (g > 128 ? 'white' : 'red') : g > 128 ? 'lime' : 'blue'
    }).join(' ')
  })()`)
  await page.close()
  return String(seen)
}

test('colours of another space become those of sRGB, and the profile goes', async () => {
  const drawn = await redraw({ mediaType: 'image/png', width: 8, height: 4, bytes: png(exchanged()) })
  expect(await coloursOf(drawn)).toBe('blue blue blue blue')
  expect(Buffer.from(drawn.bytes).includes('iCCP')).toBe(false)
  const same = await redraw({ mediaType: 'image/png', width: 8, height: 4, bytes: png(srgbProfile()) })
  expect(await coloursOf(same)).toBe('red red red red')
})

test.each([
  [1, 64, 'red lime blue white'],
  [2, 64, 'lime red white blue'],
  [3, 64, 'white blue lime red'],
  [4, 64, 'blue white red lime'],
  [5, 32, 'red blue lime white'],
  [6, 32, 'blue red white lime'],
  [7, 32, 'white lime blue red'],
  [8, 32, 'lime white red blue'],
])('a photograph turned by Exif %i stands upright without it', async (orientation, width, colours) => {
  const bytes = turned(await quarters(), orientation)
  const drawn = await redraw({ mediaType: 'image/jpeg', width, height: 96 - width, bytes })
  expect({ width: drawn.width, height: drawn.height }).toEqual({ width, height: 96 - width })
  expect(await coloursOf(drawn)).toBe(colours)
  expect(Buffer.from(drawn.bytes).includes('Exif')).toBe(false)
})
