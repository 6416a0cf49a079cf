import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Asset, Assets } from '../../issue/index.js'
import { openDocument, type BrowserSession, type Page } from '../browser/index.js'

export interface RedrawOptions {
  /** Longest side in px. */
  readonly size: number
}

/** Bytes for each px above which a picture is written anew: a photograph for the screen has about 0.3. */
const wasteful = 1.2

/**
 * Pictures for the screen: those that are larger than `size`, wasteful, turned by Exif, of another colour space or in
 * a format that old readers lack (WebP) are drawn anew by the browser: upright, in sRGB, without metadata, as JPEG,
 * or PNG where they are transparent or flat. All others, and drawings, stay as they are, but for their metadata.
 *
 * One picture at a time is in memory as pixels; the browser reads the files from its own folder.
 */
export async function redrawPictures(
  session: BrowserSession,
  assets: Assets,
  { size }: RedrawOptions,
): Promise<Assets> {
  const redrawn = new Map<string, Asset>(assets)
  const drawn = new Map<Asset, Promise<Asset>>()
  let page: Page | undefined
  try {
    for (const [path, asset] of assets) {
      if (!needsRedrawing(asset, size)) continue
      page ??= await openDocument(session, new Map([['index.html', '<!DOCTYPE html><input type="file">']]))
      // Two spellings of one path are one picture.
      const known = drawn.get(asset) ?? redraw(page, await session.folder(), asset, size)
      drawn.set(asset, known)
      redrawn.set(path, await known)
    }
  } finally {
    await page?.close()
  }
  return redrawn
}

function needsRedrawing({ mediaType, width, height, bytes }: Asset, size: number): boolean {
  if (mediaType === 'image/svg+xml' || mediaType === 'image/gif') return false
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 262_144)).toString('latin1')
  return (
    mediaType === 'image/webp' ||
    Math.max(width, height) > size ||
    (mediaType === 'image/jpeg' && bytes.length > width * height * wasteful) ||
    /Exif\0\0|ICC_PROFILE\0|iCCP|eXIf/.test(head) ||
    isFourColour(bytes, mediaType)
  )
}

/** A JPEG whose frame has four components (ITU-T T.81 §B.2.2): cyan, magenta, yellow, black. */
function isFourColour(bytes: Uint8Array, mediaType: Asset['mediaType']): boolean {
  if (mediaType !== 'image/jpeg') return false
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let offset = 2; offset + 9 < view.length;) {
    const marker = view.readUInt8(offset + 1)
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return view.readUInt8(offset + 9) === 4
    if (marker === 0xda) return false
    offset += 2 + view.readUInt16BE(offset + 2)
  }
  return false
}

interface Redrawn {
  readonly mediaType: 'image/png' | 'image/jpeg'
  readonly width: number
  readonly height: number
  readonly base64: string
}

async function redraw(page: Page, folder: string, asset: Asset, size: number): Promise<Asset> {
  const file = join(folder, 'picture')
  await writeFile(file, asset.bytes, { mode: 0o600 })
  const input = await page.$('input')
  if (input === null) throw new Error('the document for pictures has no input')
  await input.uploadFile(file)
  // The element is the file input of our own document.
  const done = (await page.evaluate(`(${inPage})(${size}, ${asset.mediaType !== 'image/jpeg'})`)) as Redrawn
  const { mediaType, width, height, base64 } = done
  return { path: asset.path, mediaType, width, height, bytes: Buffer.from(base64, 'base64') }
}

/** Text, so that no tool rewrites it. A canvas without alpha is written as JPEG; so is one whose every pixel covers. */
const inPage = String.raw`async (size, mayBeFlat) => {
  const file = document.querySelector('input').files[0]
  const natural = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const ratio = Math.min(1, size / Math.max(natural.width, natural.height))
  const width = Math.max(1, Math.round(natural.width * ratio))
  const height = Math.max(1, Math.round(natural.height * ratio))
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { colorSpace: 'srgb' })
  context.imageSmoothingQuality = 'high'
  context.drawImage(natural, 0, 0, width, height)
  natural.close()
  let blob
  if (mayBeFlat) {
    const { data } = context.getImageData(0, 0, width, height)
    let covers = true
    for (let at = 3; at < data.length && covers; at += 4) covers = data[at] === 255
    const png = await canvas.convertToBlob({ type: 'image/png' })
    const jpeg = covers ? await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 }) : undefined
    blob = jpeg && jpeg.size * 1.5 < png.size ? jpeg : png
  } else blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 })
  const url = await new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result)
    reader.readAsDataURL(blob)
  })
  return { mediaType: blob.type, width, height, base64: url.slice(url.indexOf(',') + 1) }
}`
