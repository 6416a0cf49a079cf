import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { SubsetFace } from '../../issue/index.js'
import { openDocument, type BrowserSession, type DocumentFile } from '../browser/index.js'
import { fontFaceCss } from '../document/index.js'
import type { DrawnPicture } from './drawn-picture.js'

export interface DrawFormulasInput {
  /** `math` elements. */
  readonly formulas: readonly Element[]
  readonly faces: readonly SubsetFace[]
  /** Families that set mathematics, first choice first. */
  readonly families: readonly string[]
}

export interface DrawnFormula extends DrawnPicture {
  /** From the lower edge up to the base line, in em. */
  readonly depth: number
}

/** Px of the picture for one CSS px: enough for text at twice its usual size on a dense screen. */
const scale = 4
/** Size of the text beside the formula, in px; sizes of the pictures are given for this. */
const textSize = 16

/** Formulas as pictures, in their order; each has the size of the formula beside text of 16 px. */
export async function drawFormulas(
  session: BrowserSession,
  { formulas, faces, families }: DrawFormulasInput,
): Promise<DrawnFormula[]> {
  if (formulas.length === 0) return []
  const stack = families.map((family) => `"${family}"`).join(', ')
  const css = `${fontFaceCss(faces)}
body { margin: 0; background: #fff; color: #000; font: ${textSize}px/1 serif }
p { margin: 0; padding: 8px } span { display: inline-block; padding: 1px } i { display: inline-block; width: 0; height: 0 }
math { display: inline math !important; font-family: ${stack}; font-size: 1em }`
  const rows = formulas.map((formula) => `<p><span>${toHtml(formula)}<i></i></span></p>`)
  const html = `<!DOCTYPE html><meta charset="utf-8"><link rel="stylesheet" href="style.css"><body>${rows.join('')}</body>`
  const files = new Map<string, DocumentFile>([
    ['index.html', html],
    ['style.css', css],
    ...faces.map(({ fileName, bytes }) => [fileName, bytes] as const),
  ])
  const page = await openDocument(session, files)
  try {
    await page.setViewport({ width: 1200, height: 800, deviceScaleFactor: scale })
    await page.evaluate('document.fonts.ready.then(() => document.fonts.status)')
    // Our own script's answer.
    const boxes = JSON.parse(String(await page.evaluate(inPage))) as Box[]
    const drawn: DrawnFormula[] = []
    for (const { x, y, width, height, base } of boxes) {
      const bytes = await page.screenshot({ type: 'png', clip: { x, y, width, height } })
      drawn.push({ mediaType: 'image/png', width, height, bytes, depth: (y + height - base) / textSize })
    }
    return drawn
  } finally {
    await page.close()
  }
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Of the base line, from the top of the page. */
  readonly base: number
}

/** Text, so that no tool rewrites it. Boxes in whole px: a picture has no halves. */
const inPage = String.raw`JSON.stringify([...document.querySelectorAll('span')].map((span) => {
  const box = span.getBoundingClientRect()
  const x = Math.floor(box.left), y = Math.floor(box.top)
  return {
    x, y,
    width: Math.ceil(box.right) - x,
    height: Math.ceil(box.bottom) - y,
    base: span.querySelector('i').getBoundingClientRect().bottom,
  }
}))`
