import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { describe, expect, test } from 'vitest'
import { articleXmlProblems, writeRecords } from '../../src/record/index.js'
import { hasJatsSchema, hasPython, jatsSchema, publishingDtd, python } from './judges.js'
import { recordOf, sampleFolder } from './sample-record.js'

const everything = fileURLToPath(new URL('../fixtures/record/everything', import.meta.url))

async function articles(folder: string): Promise<Map<string, string>> {
  const files = writeRecords(await recordOf(folder), 0)
  return new Map(
    files.filter(({ name }) => name.startsWith('jats/')).map(({ name, text }) => [name, text] as const),
  )
}

/** What differs between the versions is the number alone: nothing that 1.3 added is used. */
function asVersion(text: string, version: string): string {
  return text.replace(/<!DOCTYPE[^>]*>\n/u, '').replace('dtd-version="1.3"', `dtd-version="${version}"`)
}

const broken: readonly (readonly [string, (text: string) => string])[] = [
  ['an element out of order', (text) => text.replace(/(<volume>7<\/volume>)(<issue>11<\/issue>)/u, '$2$1')],
  ['an unknown element', (text) => text.replace('<body>', '<body><nonsense></nonsense>')],
  ['a body in the front', (text) => text.replace('<front>', '<front><body></body>')],
]

/** By RELAX NG 1.2 (Archiving): MathML, ids and all that is newer than the DTD at hand. */
function relaxNg(text: string): boolean {
  xmlRegisterFsInputProviders()
  const schema = XmlDocument.fromBuffer(readFileSync(jatsSchema), { url: jatsSchema })
  try {
    RelaxNGValidator.fromDoc(schema).validate(XmlDocument.fromString(asVersion(text, '1.2')))
    return true
  } catch {
    return false
  }
}

/** By the DTD 1.1 of Journal Publishing, which is stricter than Archiving; it knows MathML 2 alone. */
function dtd(texts: readonly string[]): readonly string[] {
  const program = `
import json, sys
from lxml import etree
dtd = etree.DTD(sys.argv[1])
said = ["" if dtd.validate(etree.fromstring(text.encode())) else str(dtd.error_log) for text in json.load(sys.stdin)]
print(json.dumps(said))`
  const input = JSON.stringify(texts.map((text) => asVersion(text, '1.1')))
  const { ok, said } = python(['-c', program, publishingDtd], input)
  if (!ok) throw new Error(said)
  return JSON.parse(said) as string[] // printed by the program above
}

describe.each([
  ['every construct', everything],
  ['the sample issue', sampleFolder],
])('article XML of %s', (_, folder) => {
  const made = articles(folder)

  test.skipIf(!hasJatsSchema)('is valid by the RELAX NG schema', async () => {
    for (const [name, text] of await made)
      expect({ name, valid: relaxNg(text) }).toEqual({ name, valid: true })
  })

  test.skipIf(!hasPython)('is valid by the DTD of Journal Publishing', async () => {
    expect(dtd([...(await made).values()])).toEqual([...(await made)].map(() => ''))
  })

  test('passes our own check', async () => {
    for (const text of (await made).values()) expect(articleXmlProblems(text)).toEqual([])
  })
})

test.skipIf(!hasJatsSchema).each(broken)('%s is refused by the RELAX NG schema', async (_, breakIt) => {
  const text = (await articles(everything)).get('jats/a01-all.xml') ?? ''
  expect(breakIt(text)).not.toBe(text)
  expect(relaxNg(breakIt(text))).toBe(false)
})

test.skipIf(!hasPython)('each is refused by the DTD', async () => {
  const text = (await articles(everything)).get('jats/a01-all.xml') ?? ''
  expect(dtd(broken.map(([, breakIt]) => breakIt(text)))).not.toContain('')
})

test.each([
  ['a reference to nothing', (text: string) => text.replace('rid="note-1"', 'rid="note-99"')],
  ['an id that stands twice', (text: string) => text.replace(' id="note-2"', ' id="note-1"')],
  ['an element that does not end', (text: string) => text.replace('</body>', '')],
  [
    'an article without a body',
    (text: string) => text.replace(/<body>.*<\/body>/su, '').replace(/<back>.*<\/back>/su, ''),
  ],
  ['another version', (text: string) => text.replace('dtd-version="1.3"', 'dtd-version="1.0"')],
])('%s is refused by our own check', async (_, breakIt) => {
  const text = (await articles(everything)).get('jats/a01-all.xml') ?? ''
  expect(articleXmlProblems(breakIt(text))).not.toEqual([])
})

test.skipIf(!hasPython)('issue.json agrees with its JSON Schema, and a broken one does not', async () => {
  const files = new Map(writeRecords(await recordOf(everything), 0).map(({ name, text }) => [name, text]))
  const program = `
import json, sys, jsonschema
schema, value = json.load(sys.stdin)
jsonschema.Draft202012Validator.check_schema(schema)
jsonschema.validate(value, schema, cls=jsonschema.Draft202012Validator)`
  const schema: unknown = JSON.parse(files.get('issue.schema.json') ?? '')
  const value = JSON.parse(files.get('issue.json') ?? '') as Record<string, unknown> // our own file
  expect(python(['-c', program], JSON.stringify([schema, value]))).toEqual({ ok: true, said: '' })
  expect(python(['-c', program], JSON.stringify([schema, { ...value, year: 'MMXXVI' }])).ok).toBe(false)
  expect(python(['-c', program], JSON.stringify([schema, { ...value, extra: 1 }])).ok).toBe(false)
})
