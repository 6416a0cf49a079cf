import { mkdir, symlink, truncate } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { VFile } from 'vfile'
import { messagesToJson } from '../../../src/diagnostics/index.js'
import { loadAssets } from '../../../src/manuscript/index.js'
import { temporaryFolder } from './temporary-folder.js'

const position = { start: { line: 7, column: 1 }, end: { line: 7, column: 9 } }

async function load(folder: string, ...paths: string[]) {
  const file = new VFile({ path: '01-a.md', value: '' })
  const assets = await loadAssets(
    folder,
    paths.map((each) => ({ path: each, file, position })),
  )
  return { assets, messages: messagesToJson([file]) }
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAAAAAC4HznGAAAAC0lEQVR4nGNggAAAAAgAAbdYc5UAAAAASUVORK5CYII=',
  'base64',
)
const gif = Buffer.from('R0lGODlhAgABAIAAAAAAAP///yH5BAAAAAAALAAAAAACAAEAAAICBAoAOw==', 'base64')
const webp = Buffer.from('UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA=', 'base64')

/** A JPEG of a header, an Exif orientation and nothing to see. */
function jpeg(width: number, height: number, orientation = 1): Buffer {
  const exif = Buffer.from(
    `ffe10022457869660000` + `4d4d002a00000008` + `0001` + `011200030000000100${hex(orientation, 1)}0000` + '00000000',
    'hex',
  )
  const frame = Buffer.from(`ffc0000b08${hex(height, 2)}${hex(width, 2)}01011100`, 'hex')
  const scan = Buffer.from('ffda0008010100003f0055ffd9', 'hex')
  return Buffer.concat([Buffer.from('ffd8', 'hex'), exif, frame, scan])
}

/** A PNG's chunks, with a line of data in place of the picture. */
function emptyPng(width: number, height: number): Buffer {
  const chunk = (name: string, data: string) =>
    Buffer.concat([
      Buffer.from(hex(data.length / 2, 4), 'hex'),
      Buffer.from(name),
      Buffer.from(`${data}00000000`, 'hex'),
    ])
  const head = `${hex(width, 4)}${hex(height, 4)}0800000000`
  const data = deflateSync(Buffer.alloc(2)).toString('hex')
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', data),
    chunk('IEND', ''),
  ])
}

function pressFixture(name: string): Buffer {
  return readFileSync(new URL(`../../fixtures/press/${name}`, import.meta.url))
}

function hex(value: number, bytes: number): string {
  return value.toString(16).padStart(bytes * 2, '0')
}

function svg(content: string, attributes = 'viewBox="0 0 40 30"'): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>\n${content}</svg>\n`
}

describe('Sound pictures', () => {
  it.each([
    ['a.png', png, 'image/png', 3, 2],
    ['a.gif', gif, 'image/gif', 2, 1],
    ['a.webp', webp, 'image/webp', 1, 1],
    ['a.JPG', jpeg(300, 200), 'image/jpeg', 300, 200],
    ['a.jpeg', jpeg(300, 200, 6), 'image/jpeg', 200, 300],
    ['large.jpg', jpeg(10_000, 10_000), 'image/jpeg', 10_000, 10_000],
    ['long.jpg', jpeg(20_000, 4000), 'image/jpeg', 20_000, 4000],
    ['poster.svg', svg('', 'viewBox="0 0 20000 20000"'), 'image/svg+xml', 20_000, 20_000],
    ['dot.png', emptyPng(1, 1), 'image/png', 1, 1],
    ['progressive.jpg', pressFixture('progressive.jpg'), 'image/jpeg', 64, 48],
    ['a.svg', svg('<rect/>'), 'image/svg+xml', 40, 30],
    ['mm.svg', svg('', 'width="25.4mm" height="1in"'), 'image/svg+xml', 96, 96],
    ['one.svg', svg('', 'width="20" viewBox="0,0,40,30"'), 'image/svg+xml', 20, 15],
    ['percent.svg', svg('', 'width="100%" height="100%" viewBox="0 0 40 30"'), 'image/svg+xml', 40, 30],
    ['declared.svg', `\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n<!-- x -->\n${svg('')}`, 'image/svg+xml', 40, 30],
    [
      'embedded.svg',
      svg('<style>a{fill:url(#g)}</style><a xlink:href="#x" style="fill: url(\'#g\')"/><image href="data:image/png;base64,AA=="/>'),
      'image/svg+xml',
      40,
      30,
    ],
  ])('%s', async (name, bytes, mediaType, width, height) => {
    const folder = await temporaryFolder({ [name]: bytes })
    const { assets, messages } = await load(folder, name)
    expect(messages).toEqual([])
    const asset = assets.get(name)
    expect(asset).toMatchObject({ path: name, mediaType })
    expect(asset?.width).toBeCloseTo(width)
    expect(asset?.height).toBeCloseTo(height)
    expect(Buffer.from(asset?.bytes ?? [])).toEqual(Buffer.from(bytes))
  })

  it('are read once however they are spelt', async () => {
    const folder = await temporaryFolder({ 'figures/图 1.png': png, 'figures/50%.png': png })
    const spellings = ['figures/图 1.png', './figures/%E5%9B%BE%201.png', 'x/../figures/图 1.png']
    const { assets, messages } = await load(folder, ...spellings, 'figures/50%.png', 'figures/50%25.png')
    expect(messages).toEqual([])
    expect(new Set(assets.values()).size).toBe(2)
    expect([...assets.keys()]).toContain(spellings[1])
  })
})

describe('Paths', () => {
  it.each([
    ['https://example.org/a.png', 'image-local'],
    ['//example.org/a.png', 'image-local'],
    ['data:image/png;base64,AA==', 'image-local'],
    ['javascript:alert(1)', 'image-local'],
    ['file:///etc/passwd', 'image-local'],
    ['JavaScript%3Aalert(1)', 'image-local'],
    ['/etc/passwd', 'image-local'],
    ['C:\\a.png', 'image-local'],
    ['\\\\server\\a.png', 'image-local'],
    ['figures\\a.png', 'image-local'],
    ['../a.png', 'image-local'],
    ['figures/../../a.png', 'image-local'],
    ['%2e%2e/a.png', 'image-local'],
    ['..%2Fa.png', 'image-local'],
    ['%2Fetc/passwd', 'image-local'],
    ['a%00.png', 'image-exists'],
    ['figures/b.png', 'image-exists'],
    ['', 'image-filled'],
    ['figures', 'image-filled'],
    ['Figures/A.png', 'image-name-exact'],
    ['out.png', 'image-local'],
    ['away/a.png', 'image-local'],
  ])('%j → %s', async (written, rule) => {
    const outside = await temporaryFolder({ 'a.png': png })
    const folder = await temporaryFolder({ 'figures/a.png': png })
    await symlink(path.join(outside, 'a.png'), path.join(folder, 'out.png'))
    await symlink(outside, path.join(folder, 'away'))
    const { assets, messages } = await load(folder, written)
    expect(assets.size).toBe(0)
    expect(messages).toMatchObject([{ rule, file: '01-a.md', line: 7, column: 1, severity: 'error' }])
  })

  it.each([
    ['figurs/a.png', 'figures/a.png'],
    ['a.png', 'figures/a.png'],
    ['figures/chart.pgn', 'figures/chart.png'],
    ['figures/nothing-like-it.png', undefined],
  ])('of %s proposes %s', async (written, proposal) => {
    const folder = await temporaryFolder({ 'figures/a.png': png, 'figures/chart.png': png })
    const { messages } = await load(folder, written)
    const note = messages[0]?.note.en
    if (proposal === undefined) expect(note).not.toContain('Did you mean')
    else expect(note).toBe(`Did you mean ${proposal}?`)
  })

  it('that are missing are told at every place, faults of a file once', async () => {
    const folder = await temporaryFolder({ 'empty.png': '' })
    const { messages } = await load(folder, 'x.png', 'empty.png', 'x.png', './empty.png')
    expect(messages.map(({ rule }) => rule).toSorted()).toEqual(['image-exists', 'image-exists', 'image-filled'])
  })
})

describe('Files at fault', () => {
  const faults: readonly (readonly [name: string, bytes: string | Uint8Array, rule: string, words: string])[] = [
    ['empty.png', '', 'image-filled', '0 bytes'],
    ['svg-as.png', svg(''), 'image-type', 'is SVG'],
    ['png-as.jpg', png, 'image-type', 'is PNG'],
    ['png-as.svg', png, 'image-type', 'is PNG'],
    ['noextension', png, 'image-type', 'without an extension'],
    ['photo.tif', Buffer.from('II*\0....'), 'image-type', 'is TIFF'],
    ['page.png', '<!DOCTYPE html><html></html>', 'image-type', 'is HTML'],
    ['zipped.svg', Buffer.from([0x1f, 0x8b, 8, 0]), 'image-type', 'SVGZ'],
    ['text.png', 'a text', 'image-type', 'not an SVG, PNG'],
    ['cut.png', png.subarray(0, -12), 'image-whole', 'PNG'],
    ['cut-short.png', png.subarray(0, 20), 'image-whole', 'PNG'],
    ['cut.jpg', jpeg(3, 2).subarray(0, -2), 'image-whole', 'JPEG'],
    ['cut-progressive.jpg', pressFixture('progressive.jpg').subarray(0, 700), 'image-whole', 'JPEG'],
    ['cut-short.jpg', jpeg(3, 2).subarray(0, 8), 'image-whole', 'JPEG'],
    ['cut.gif', gif.subarray(0, -1), 'image-whole', 'GIF'],
    ['cut.webp', webp.subarray(0, -4), 'image-whole', 'WebP'],
    ['huge.jpg', jpeg(20_001, 2), 'image-size-sound', '20001 × 2 px'],
    ['vast.jpg', jpeg(20_000, 20_000), 'image-area-bounded', '400 million pixels'],
    ['vast.png', emptyPng(20_000, 20_000), 'image-area-bounded', '20000 × 20000'],
    ['just-too-much.jpg', jpeg(10_000, 10_001), 'image-area-bounded', '101 million'],
    ['flat.jpg', jpeg(20, 0), 'image-size-sound', '20 × 0 px'],
    ['huge.svg', svg('', 'viewBox="0 0 30000 3"'), 'image-size-sound', '30000'],
    ['torn.svg', '<svg xmlns="http://www.w3.org/2000/svg">\n<g>\n</svg>', 'svg-well-formed', '3:1: Missing end tag'],
    ['twice.svg', svg('<g a="1" a="2"/>'), 'svg-well-formed', 'Duplicate attribute'],
    ['other-entity.svg', svg('<text>&secret;</text>'), 'svg-well-formed', '2:'],
    ['entity.svg', svg('&nbsp;'), 'svg-well-formed', '2:'],
    ['bare.svg', '<svg viewBox="0 0 1 1"/>', 'svg-well-formed', 'lacks xmlns'],
    ['other.svg', '<?xml version="1.0"?><html/>', 'svg-well-formed', 'not <svg>'],
    ['latin.svg', Buffer.from(svg('é'), 'latin1'), 'svg-well-formed', 'not UTF-8'],
    ['deep.svg', svg('<g>'.repeat(100_000)), 'svg-well-formed', ''],
    ['sizeless.svg', svg('', ''), 'svg-sized', 'viewBox'],
    ['sizeless-too.svg', svg('', 'width="50%" height="0"'), 'svg-sized', 'viewBox'],
  ]

  it.each(faults.map(([name, bytes, rule, words]) => ({ name, bytes, rule, words })))('$name → $rule', async ({ name, bytes, rule, words }) => {
    const folder = await temporaryFolder({ [name]: bytes })
    const { assets, messages } = await load(folder, name)
    expect(assets.size).toBe(0)
    expect(messages).toMatchObject([{ rule, line: 7 }])
    expect(messages[0]?.reason.en).toContain(words)
    expect(messages[0]?.reason.en).toContain(name)
  })

  it.each([
    '<script/>',
    '<svg:script xmlns:svg="http://www.w3.org/2000/svg"/>',
    '<foreignObject/>',
    '<g onclick="x()"/>',
    '<g ONLOAD="x()"/>',
    '<a href="https://example.org"/>',
    '<a xlink:href="javascript:alert(1)"/>',
    '<use href="other.svg#x"/>',
    '<image href="photo.png"/>',
    '<image href="data:image/svg+xml,x"/>',
    '<image href="data:text/html,x"/>',
    '<g xml:base="https://example.org/"/>',
    '<rect fill="url(https://example.org/#g)"/>',
    '<rect style="fill:url(&quot;x.svg#g&quot;)"/>',
    '<rect style="fill:u\\72l(x.svg#g)"/>',
    '<style>@import "x.css";</style>',
    '<style>@im\\70ort "x.css";</style>',
    '<style><![CDATA[rect { fill: url(//example.org/x) }]]></style>',
    '<style>g { background: image-set("x.png" 1x) }</style>',
    '<set attributeName="xlink:href" to="javascript:x"/>',
    '<?xml-stylesheet href="x.css"?>',
  ])('An SVG with %s is refused with its place', async (content) => {
    const folder = await temporaryFolder({ 'a.svg': svg(content) })
    const { assets, messages } = await load(folder, 'a.svg')
    expect(assets.size).toBe(0)
    expect(messages).toMatchObject([{ rule: 'svg-static' }])
    expect(messages[0]?.reason.en).toMatch(/^a\.svg has .* at 2:1$/)
  })

  it.each(['<!DOCTYPE svg>', '<!DOCTYPE svg [<!ENTITY x "y">]>'])('An SVG with %s is refused', async (doctype) => {
    const folder = await temporaryFolder({ 'a.svg': `${doctype}${svg('')}` })
    expect((await load(folder, 'a.svg')).messages).toMatchObject([{ rule: 'svg-static' }])
  })

  it('A picture of more than 200 MB is refused without reading it', async () => {
    const folder = await temporaryFolder({ 'a.png': png })
    await truncate(path.join(folder, 'a.png'), 200_000_001)
    expect((await load(folder, 'a.png')).messages).toMatchObject([{ rule: 'file-size-bounded' }])
  })

  it('An issue that is no folder has no pictures', async () => {
    const folder = await temporaryFolder({})
    await mkdir(path.join(folder, 'x'))
    expect((await load(path.join(folder, 'y'), 'a.png')).assets.size).toBe(0)
  })
})
