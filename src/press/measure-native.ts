import { openDocument, type BrowserSession } from './browser/index.js'
import { printDocument } from './document/index.js'
import { markDocument } from './native/mark-document.js'
import { nativeFigures, type NativeFigures } from './native/native-figures.js'
import { loadPdf, readPlaces } from './pdf/index.js'
import { assertLoaded, printNative } from './print/index.js'
import type { PrintReadingInput } from './print-reading.js'

/** Prints the publication as the browser makes pages of it, for comparison, and judges them. The session stays open. */
export async function measureNative(
  session: BrowserSession,
  input: PrintReadingInput,
): Promise<NativeFigures> {
  const page = await openDocument(session, printDocument(input).files)
  await assertLoaded(page, input.faces.length)
  await page.emulateMediaType('print')
  const marked = await page.evaluate(markDocument)
  const file = await loadPdf(await printNative(page, { tagged: false }))
  await page.close()
  const { bodySize, characters, columnGap, pitch } = input.geometry
  return nativeFigures(marked, readPlaces(file), file.getPageCount(), {
    pitch: pitch * 0.75,
    column: bodySize * characters * 0.75,
    gap: bodySize * columnGap * 0.75,
  })
}
