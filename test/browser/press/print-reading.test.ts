import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, printReading, type BrowserSession, type ReadingPdf } from '../../../src/press/index.js'
import { css, geometry, noAssets, pageRules, sampleFaces, samplePublication } from '../../unit/press/sample-publication.js'
import fs from 'node:fs'

let session: BrowserSession
let printed: ReadingPdf

beforeAll(async () => {
  session = openBrowser()
  const publication = samplePublication()
  printed = await printReading(session, {
    publication,
    geometry,
    css,
    pageRules,
    faces: await sampleFaces(publication),
    assets: noAssets,
    date: 1_793_491_200,
    producer: 'Kanben test',
  })
  fs.writeFileSync('/tmp/presslab/sample.pdf', printed.bytes)
})

afterAll(async () => session.close())

test('prints', () => {
  expect(printed.pagination).toMatchInlineSnapshot(`
    {
      "folios": [
        undefined,
        "i",
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
        "7",
      ],
      "pageCount": 9,
      "pageOf": Map {
        "cover" => 0,
        "contents" => 1,
        "a00-note" => 2,
        "a01-x--h" => 3,
        "a01-x" => 3,
        "a02-y" => 6,
        "colophon" => 8,
      },
    }
  `)
})
