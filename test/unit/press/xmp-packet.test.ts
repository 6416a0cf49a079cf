import { fromXml } from 'xast-util-from-xml'
import { expect, test } from 'vitest'
import { srgbProfile } from '../../../src/press/pdf/srgb-profile.js'
import { xmpPacket } from '../../../src/press/pdf/xmp-packet.js'
import { part, publicationOf } from './sample-publication.js'

const options = { date: 0, producer: 'Kanben <test> & \u0001co', archive: '2A', accessible: true } as const

test('the packet is XML and says what the file is', () => {
  const packet = xmpPacket(publicationOf([part('a', '文')]), options)
  expect(() => fromXml(packet)).not.toThrow()
  expect(packet).toContain('<pdfaid:part>2</pdfaid:part>')
  expect(packet).toContain('<pdfuaid:part>1</pdfuaid:part>')
  expect(packet).toContain('<prism:publicationName>')
  expect(packet).toContain('Kanben &lt;test&gt; &amp; co')
  expect(packet).not.toContain('pdfxid:GTS_PDFXVersion>')
})

test('a press file claims PDF/X-4 and nothing else', () => {
  const packet = xmpPacket(publicationOf([part('a', '文')]), { date: 0, producer: 'x', press: 'PDF/X-4' })
  expect(() => fromXml(packet)).not.toThrow()
  expect(packet).toContain('<pdfxid:GTS_PDFXVersion>PDF/X-4<')
  expect(packet).not.toContain('<pdfaid:part>')
})

test('the sRGB profile is a display profile of the size that it states', () => {
  const profile = Buffer.from(srgbProfile())
  expect(profile.readUInt32BE(0)).toBe(profile.length)
  expect(profile.toString('latin1', 12, 20)).toBe('mntrRGB ')
  expect(profile.toString('latin1', 36, 40)).toBe('acsp')
  expect(srgbProfile()).toEqual(srgbProfile())
})
