import { PDFName } from '@cantoo/pdf-lib'
import { PT_PER_MM, PT_PER_PX } from '../../issue/index.js'
import type { FinishingStep } from './finishing.js'

/**
 * Page boxes (ISO 32000-1, 14.11.2): the media, crop and trim boxes become the trim, which lies in the centre of the
 * sheet that was printed on. What is painted keeps its coordinates; the box's origin is not 0 therefore.
 *
 * @throws Error when a page is not of the sheet's size
 */
export const setBoxes: FinishingStep = (document, { geometry }) => {
  const sheetWidth = geometry.sheetWidth * PT_PER_PX
  const sheetHeight = geometry.sheetHeight * PT_PER_PX
  const width = geometry.trimWidthMm * PT_PER_MM
  const height = geometry.trimHeightMm * PT_PER_MM
  const left = (sheetWidth - width) / 2
  const bottom = (sheetHeight - height) / 2
  const corners = [left, bottom, left + width, bottom + height].map((value) => Math.round(value * 1e4) / 1e4)
  document.getPages().forEach((page, index) => {
    const printed = page.getMediaBox()
    if (Math.abs(printed.width - sheetWidth) > 0.01 || Math.abs(printed.height - sheetHeight) > 0.01) {
      throw new Error(
        `Page ${index + 1} is ${printed.width} × ${printed.height} pt, the sheet ${sheetWidth} × ${sheetHeight} pt`,
      )
    }
    for (const box of ['MediaBox', 'CropBox', 'TrimBox']) {
      page.node.set(PDFName.of(box), document.context.obj(corners))
    }
  })
}
