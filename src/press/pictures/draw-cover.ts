import type { Root } from 'hast'
import {
  PX_PER_MM,
  type Assets,
  type PageGeometry,
  type Publication,
  type SubsetFace,
} from '../../issue/index.js'
import { openDocument, type BrowserSession } from '../browser/index.js'
import { printDocument } from '../document/index.js'
import type { DrawnPicture } from './drawn-picture.js'

export interface DrawCoverInput {
  /** The print edition. */
  readonly publication: Publication<Root>
  readonly geometry: PageGeometry
  readonly css: string
  readonly faces: readonly SubsetFace[]
  readonly assets: Assets
}

/** Px of the picture for one CSS px: a trim of 210 mm becomes 1587 px, above the 1400 that shops ask for. */
const scale = 2

/**
 * The print edition's cover within its trim as a picture, drawn by the browser that prints it: PNG, or JPEG where a
 * photograph makes that the smaller.
 *
 * @returns nothing when the publication has no cover
 */
export async function drawCover(
  session: BrowserSession,
  { publication, geometry, css, faces, assets }: DrawCoverInput,
): Promise<DrawnPicture | undefined> {
  const parts = publication.parts.filter(({ kind }) => kind === 'cover')
  if (parts.length === 0) return undefined
  const document = printDocument({
    publication: { ...publication, parts },
    css,
    pageRules: 'body { margin: 0 }',
    faces,
    assets,
  })
  const page = await openDocument(session, document.files)
  try {
    const { sheetWidth, sheetHeight } = geometry
    await page.emulateMediaType('print')
    await page.setViewport({ width: sheetWidth, height: sheetHeight, deviceScaleFactor: scale })
    await page.evaluate('document.fonts.ready.then(() => document.fonts.status)')
    const width = Math.floor(geometry.trimWidthMm * PX_PER_MM)
    const height = Math.floor(geometry.trimHeightMm * PX_PER_MM)
    const clip = {
      x: Math.ceil((sheetWidth - width) / 2),
      y: Math.ceil((sheetHeight - height) / 2),
      width,
      height,
    }
    const [png, jpeg] = [
      await page.screenshot({ type: 'png', clip, optimizeForSpeed: false }),
      await page.screenshot({ type: 'jpeg', quality: 80, clip }),
    ]
    const size = { width: width * scale, height: height * scale }
    return png.length <= jpeg.length
      ? { ...size, mediaType: 'image/png', bytes: png }
      : { ...size, mediaType: 'image/jpeg', bytes: jpeg }
  } finally {
    await page.close()
  }
}
