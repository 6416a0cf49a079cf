import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inkPictures } from '../../../src/press/ink-pictures.js'

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/press/${name}`, import.meta.url)))

test('CMYK JPEGs alone get stand-ins of their size, each in a colour of its own', () => {
  const ink = inkPictures(
    new Map<string, string | Uint8Array | (() => Uint8Array)>([
      ['index.html', '<p>'],
      ['picture-1.jpg', () => fixture('adobe-cmyk.jpg')],
      ['picture-2.jpg', () => fixture('baseline.jpg')],
      ['picture-3.jpg', fixture('plain-cmyk.jpg')],
      ['picture-4.jpg', () => fixture('grey.jpg')],
      ['picture-5.png', () => fixture('rgb.png')],
    ]),
  )
  expect(ink.standIns).toMatchObject([
    { picture: 'picture-1.jpg', width: 64, height: 48, colour: [3, 0, 0] },
    { picture: 'picture-3.jpg', width: 64, height: 48, colour: [3, 0, 1] },
  ])
  expect([...ink.files.keys()]).toEqual(['stand-in-1.png', 'stand-in-2.png'])
  expect(ink.originals.get('3,0,0')).toEqual(fixture('adobe-cmyk.jpg'))
})
