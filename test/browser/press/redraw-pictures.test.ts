import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Asset } from '../../../src/issue/index.js'
import { openBrowser } from '../../../src/press/browser/index.js'
import { redrawPictures } from '../../../src/press/index.js'

const session = openBrowser({ browserPath: process.env['PUPPETEER_EXECUTABLE_PATH'] })
afterAll(() => session.close())

/** Red above, blue below; the browser writes it in any format. */
async function draw(type: string, width: number, height: number, alpha = 1): Promise<Buffer> {
  const page = await session.page()
  const url = await page.evaluate(`(() => {
    const canvas = document.createElement('canvas')
    canvas.width = ${width}; canvas.height = ${height}
    const context = canvas.getContext('2d')
    context.globalAlpha = ${alpha}
    context.fillStyle = '#f00'; context.fillRect(0, 0, ${width}, ${height} / 2)
    context.fillStyle = '#00f'; context.fillRect(0, ${height} / 2, ${width}, ${height})
    return canvas.toDataURL('${type}', 0.9)
  })()`)
  return Buffer.from(String(url).replace(/^.*,/, ''), 'base64')
}

/** An Exif segment behind the start of a JPEG that says it lies on its side. */
function turned(jpeg: Buffer): Buffer {
  const tiff = '4d4d002a00000008' + '0001' + '0112000300000001' + '00060000' + '00000000'
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), Buffer.from(tiff, 'hex')])
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2])
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)])
}

const asset = (
  path: string,
  mediaType: Asset['mediaType'],
  width: number,
  height: number,
  bytes: Buffer,
): Asset => ({
  path,
  mediaType,
  width,
  height,
  bytes,
})

let given: Map<string, Asset>
let redrawn: ReadonlyMap<string, Asset>

beforeAll(async () => {
  const assets = [
    asset('small.png', 'image/png', 40, 20, await draw('image/png', 40, 20)),
    asset('large.png', 'image/png', 400, 200, await draw('image/png', 400, 200)),
    asset('veil.webp', 'image/webp', 40, 20, await draw('image/webp', 40, 20, 0.5)),
    asset('turned.jpg', 'image/jpeg', 20, 40, turned(await draw('image/jpeg', 40, 20))),
    asset('drawing.svg', 'image/svg+xml', 4000, 4000, Buffer.from('<svg/>')),
  ]
  given = new Map(assets.map((one) => [one.path, one]))
  redrawn = await redrawPictures(session, given, { size: 100 })
})

test.each([
  ['small.png', 'image/png', 40, 20, true],
  ['large.png', 'image/png', 100, 50, false],
  ['veil.webp', 'image/png', 40, 20, false],
  ['turned.jpg', 'image/jpeg', 20, 40, false],
  ['drawing.svg', 'image/svg+xml', 4000, 4000, true],
])('%s becomes %s of %i by %i px; kept as it is: %s', (path, mediaType, width, height, kept) => {
  const picture = redrawn.get(path)
  expect({ ...picture, bytes: undefined }).toEqual({ path, mediaType, width, height, bytes: undefined })
  expect(picture === given.get(path)).toBe(kept)
  expect(Buffer.from(picture?.bytes ?? []).includes('Exif')).toBe(false)
})

test('the same pictures have the same bytes', async () => {
  const again = await redrawPictures(session, given, { size: 100 })
  for (const [path, { bytes }] of redrawn)
    expect(Buffer.compare(bytes, again.get(path)?.bytes ?? Buffer.of())).toBe(0)
})
