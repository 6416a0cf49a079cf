import { expect, test } from 'vitest'
import { cleanDrawing } from '../../../src/ebook/clean-drawing.js'

function cleaned(text: string): string {
  const bytes = cleanDrawing({
    path: 'a.svg',
    mediaType: 'image/svg+xml',
    width: 40,
    height: 20,
    bytes: new TextEncoder().encode(text),
  })
  return new TextDecoder().decode(bytes).replace(/^.*\n/, '').trimEnd()
}

const svg = 'xmlns="http://www.w3.org/2000/svg"'

test.each([
  [
    'comments, metadata and what a drawing program notes for itself go',
    `<?xml version="1.0"?><!-- made by hand --><svg ${svg} xmlns:ink="urn:ink" viewBox="0 0 4 2" ink:version="1"><metadata><x/></metadata><ink:view zoom="2"/><g ink:label="层"><!-- x --><path d="M0 0"/></g></svg>`,
    `<svg ${svg} viewBox="0 0 4 2"><g><path d="M0 0"></path></g></svg>`,
  ],
  [
    'titles, descriptions, style and links within it stay, with the case of their names',
    `<svg ${svg} xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 4 2"><title>题</title><desc>说</desc><style>.a &gt; b{}</style><linearGradient id="g"/><use xlink:href="#g"/><text xml:space="preserve"> 甲 </text></svg>`,
    `<svg ${svg} xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 4 2"><title>题</title><desc>说</desc><style>.a > b{}</style><linearGradient id="g"></linearGradient><use xlink:href="#g"></use><text xml:space="preserve"> 甲 </text></svg>`,
  ],
  [
    'a drawing that states its size alone gets a view box, so that it can be made smaller',
    `<svg ${svg} width="40" height="20"/>`,
    `<svg ${svg} width="40" height="20" viewBox="0 0 40 20"></svg>`,
  ],
])('%s', (_, given, expected) => {
  expect(cleaned(given)).toBe(expected)
})
