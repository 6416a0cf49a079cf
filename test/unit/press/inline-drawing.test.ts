import { toHtml } from 'hast-util-to-html'
import { expect, test } from 'vitest'
import { inlineDrawing } from '../../../src/press/document/inline-drawing.js'

function inline(svg: string, alt = 'a chart'): string {
  const asset = {
    path: 'figures/x.svg',
    mediaType: 'image/svg+xml',
    width: 30,
    height: 20,
    bytes: new TextEncoder().encode(svg),
  } as const
  return toHtml(
    inlineDrawing(
      { type: 'element', tagName: 'img', properties: { alt, src: 'x' }, children: [] },
      asset,
      'd1-',
    ),
  )
}

test('a drawing keeps its colours and gets its ids a prefix', () => {
  const html = inline(
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><clipPath id="c"/><g id="g" fill="#9c2a1f" clip-path="url(#c)"/><use href="#g"/></svg>',
  )
  expect(html).toContain('fill="#9c2a1f"')
  expect(html).toContain('<clipPath id="d1-c">')
  expect(html).toContain('clip-path="url(#d1-c)"')
  expect(html).toContain('<use href="#d1-g">')
  expect(html).toContain('viewBox="0 0 30 20"')
  expect(html).toContain('role="img" aria-label="a chart"')
})

test('an ornament is hidden from readers', () => {
  expect(inline('<svg xmlns="http://www.w3.org/2000/svg"/>', '')).toContain('aria-hidden="true"')
})

test('a file without a drawing is refused', () => {
  expect(() => inline('<p>no</p>')).toThrow(/no svg element/u)
})
