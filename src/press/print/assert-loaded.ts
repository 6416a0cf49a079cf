import type { Page } from '../browser/index.js'

/**
 * Waits until every face and every picture of the page is there. Nothing is displayed on the screen, so the faces are
 * asked for one by one.
 *
 * @param faceCount faces that the document declares
 * @throws Error naming the faces and pictures that did not load
 */
export async function assertLoaded(page: Page, faceCount: number): Promise<void> {
  const { faces, failed } = await page.evaluate(async () => {
    const fonts = [...document.fonts]
    const images = [...document.images]
    const [fontResults, imageResults] = await Promise.all([
      Promise.allSettled(fonts.map(async (font) => font.load())),
      Promise.allSettled(images.map(async (image) => image.decode())),
    ])
    await document.fonts.ready
    return {
      faces: fonts.length,
      failed: [
        ...fonts
          .filter((font, index) => fontResults[index]?.status !== 'fulfilled' || font.status !== 'loaded')
          .map((font) => `${font.family} ${font.weight} ${font.style}`),
        ...images
          .filter((image, index) => imageResults[index]?.status !== 'fulfilled' || image.naturalWidth === 0)
          .map((image) => image.getAttribute('src') ?? 'a picture without src'),
      ],
    }
  })
  if (faces !== faceCount) throw new Error(`The document declares ${faces} faces instead of ${faceCount}`)
  if (failed.length > 0) throw new Error(`The browser did not load ${failed.join(', ')}`)
}
