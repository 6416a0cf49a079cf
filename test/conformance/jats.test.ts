import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { articleXmlProblems, writeRecords } from '../../src/record/index.js'
import { hasSchemas, schemaProblems } from './judges.js'
import { recordOf, sampleFolder } from './sample-record.js'

const everything = fileURLToPath(new URL('../fixtures/record/everything', import.meta.url))

const files = new Map(writeRecords(await recordOf(everything), 0).map(({ name, text }) => [name, text]))
const article = files.get('jats/a01-all.xml') ?? ''
const deposit = files.get('crossref.xml') ?? ''

const sound: readonly (readonly [name: string, text: string])[] = [
  ...files,
  ...writeRecords(await recordOf(sampleFolder), 0).map(({ name, text }) => [`sample ${name}`, text] as const),
].filter(([name]) => name.includes('jats/') || name.endsWith('crossref.xml'))

const broken: readonly (readonly [name: string, text: string])[] = [
  ['an element out of order', article.replace(/(<volume>7<\/volume>)(<issue>11<\/issue>)/u, '$2$1')],
  ['an unknown element', article.replace('<body>', '<body><nonsense></nonsense>')],
  ['a body in the front', article.replace('<front>', '<front><body></body>')],
  ['a deposit without a mailbox', deposit.replace(/<email_address>.*?<\/email_address>/u, '')],
  ['a deposit of an impossible DOI', deposit.replace('<doi>10.1234/all.1</doi>', '<doi>all.1</doi>')],
  ['a deposit with a day of thirty-two', deposit.replace(/<day>\d+<\/day>/u, '<day>32</day>')],
]

test.skipIf(!hasSchemas)(
  'article XML is valid by JATS 1.3, the deposit by Crossref 5.3.1, and what is broken by neither',
  { timeout: 120_000 },
  () => {
    for (const [, text] of broken) expect([article, deposit]).not.toContain(text)
    const all = [...sound, ...broken]
    const said = schemaProblems(all.map(([, text]) => text))
    const refused = all.flatMap(([name], index) => (said[index] === '' ? [] : [{ name, said: said[index] }]))
    expect(refused.slice(0, -broken.length)).toEqual([])
    expect(refused.map(({ name }) => name)).toEqual(broken.map(([name]) => name))
  },
)

test.each(sound.filter(([name]) => name.includes('jats/')))('%s passes our own check', (_, text) => {
  expect(articleXmlProblems(text)).toEqual([])
})

test.each([
  ['a reference to nothing', article.replace('rid="note-1"', 'rid="note-99"')],
  ['an id that stands twice', article.replace(' id="note-2"', ' id="note-1"')],
  ['an element that does not end', article.replace('</body>', '')],
  ['an article without a body', article.replace(/<body>.*<\/body>/su, '').replace(/<back>.*<\/back>/su, '')],
  ['another version', article.replace('dtd-version="1.3"', 'dtd-version="1.0"')],
])('%s is refused by our own check', (_, text) => {
  expect(articleXmlProblems(text)).not.toEqual([])
})
