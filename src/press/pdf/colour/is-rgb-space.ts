import { PDFArray, PDFName, PDFNumber, PDFStream, type PDFObject } from '@cantoo/pdf-lib'

/** Whether a colour space (ISO 32000-1, 8.6) is one of red, green and blue: of the device, calibrated, or by a profile. */
export function isRgbSpace(space: PDFObject | undefined): boolean {
  if (space === PDFName.of('DeviceRGB') || space === PDFName.of('RGB')) return true
  if (!(space instanceof PDFArray)) return false
  const family = space.lookup(0)
  if (family === PDFName.of('DeviceRGB') || family === PDFName.of('CalRGB')) return true
  if (family !== PDFName.of('ICCBased')) return false
  const profile = space.lookup(1)
  const channels = profile instanceof PDFStream ? profile.dict.lookup(PDFName.of('N')) : undefined
  return channels instanceof PDFNumber && channels.asNumber() === 3
}
