import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { FontUse, Part } from '../../issue/index.js'
import { openDocument, type BrowserSession } from '../browser/index.js'

/**
 * Asks the browser which families each character of some parts is set in by a style sheet, the cascade, inheritance
 * and generated content included. Nothing is drawn and no font is loaded.
 */
export async function readFontUses(
  session: BrowserSession,
  parts: readonly Part<Root>[],
  css: string,
): Promise<FontUse[]> {
  const bodies = parts.map(({ kind, content }) => `<div class="ebook ebook-${kind}">${toHtml(content)}</div>`)
  const html = `<!DOCTYPE html><html lang="zh-Hans"><meta charset="utf-8"><link rel="stylesheet" href="style.css"><body>${bodies.join('')}</body></html>`
  const page = await openDocument(
    session,
    new Map([
      ['index.html', html],
      ['style.css', css],
    ]),
  )
  try {
    // Our own script's answer.
    return JSON.parse(String(await page.evaluate(inPage))) as FontUse[]
  } finally {
    await page.close()
  }
}

/** Text, so that no tool rewrites it. Marks of lists and counters are figures and letters of the text around them. */
const inPage = String.raw`(() => {
  const uses = new Map()
  const add = (style, text) => {
    const key = JSON.stringify([style.fontFamily, style.fontWeight, style.fontStyle])
    const set = uses.get(key) ?? new Set()
    uses.set(key, set)
    for (const character of text) set.add(character)
  }
  const visit = (element) => {
    const style = getComputedStyle(element)
    for (const child of element.childNodes) {
      if (child.nodeType === 3) add(style, child.data)
      else if (child.nodeType === 1) visit(child)
    }
    for (const pseudo of ['::before', '::after', '::marker']) {
      const own = getComputedStyle(element, pseudo)
      if (/^"/.test(own.content)) add(own, own.content.slice(1, -1))
    }
    if (style.display === 'list-item' && style.listStyleType !== 'none') add(style, '0123456789.•◦▪')
  }
  visit(document.body)
  return JSON.stringify([...uses].map(([key, set]) => {
    const [families, weight, slant] = JSON.parse(key)
    return {
      families: families.split(',').map((name) => name.trim().replace(/^["']|["']$/g, '')),
      weight: Number(weight),
      style: slant === 'normal' ? 'normal' : 'italic',
      text: [...set].sort().join(''),
    }
  }))
})()`
