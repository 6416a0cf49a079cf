import { readFile } from 'node:fs/promises'
import { basename, delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Nodes as HtmlNodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Element, Nodes } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { describe, expect, test } from 'vitest'
import { recordOf, sampleFolder } from '../conformance/sample-record.js'
import { siteOf } from '../conformance/sample-site.js'
import { writeRecords } from '../../src/record/index.js'
import { firstDifference } from './first-difference.js'
import { manuscriptText, normalise } from './manuscript-text.js'

/** The texts of one article in one edition. */
interface ArticleTexts {
  readonly body: string
  readonly notes: readonly string[]
  readonly references: readonly string[]
  readonly descriptions: readonly string[]
}

const everything = fileURLToPath(new URL('../fixtures/record/everything', import.meta.url))

/** The sample issue, one with every construct, and the folders that the environment adds. */
const issues: readonly (readonly [name: string, folder: string])[] = [
  ['the sample issue', sampleFolder],
  ['every construct', everything],
  ...(process.env['KANBEN_ISSUES'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => [basename(folder), folder] as const),
]

describe.each(issues)('%s', (_, folder) => {
  const record = recordOf(folder)
  const site = siteOf(folder)

  async function sources(): Promise<ReturnType<typeof manuscriptText>> {
    const paths = (await record).articles.map(({ path }) => path)
    return manuscriptText(
      await Promise.all(
        paths.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })),
      ),
    )
  }

  test.each([
    ['article XML', jatsTexts],
    ['the web edition', webTexts],
  ])('%s has every word of every manuscript, in order, and no other', async (_name, read) => {
    const { articles } = await record
    for (const [index, source] of (await sources()).entries()) {
      const { body, notes, references, descriptions } = await read(articles[index]?.id ?? '')
      expect({ path: source.path, difference: firstDifference(source.body, body) }).toEqual({
        path: source.path,
        difference: undefined,
      })
      expect(source.notes.map((note, number) => firstDifference(note, notes[number] ?? ''))).toEqual(
        source.notes.map(() => undefined),
      )
      expect(notes).toHaveLength(source.notes.length)
      expect(descriptions).toHaveLength(source.descriptions.length)
      for (const [at, description] of source.descriptions.entries())
        expect(firstDifference(description, descriptions[at] ?? '')).toBeUndefined()
      expect(references).toEqual(
        source.references.map((reference, number) => normalise(`[${number + 1}]${reference}`)),
      )
    }
  })

  test('article XML and the web edition have the same text', async () => {
    for (const { id } of (await record).articles) expect(await jatsTexts(id)).toEqual(await webTexts(id))
  })

  async function jatsTexts(id: string): Promise<ArticleTexts> {
    const file = writeRecords(await record, 0).find(({ name }) => name === `jats/${id}.xml`)
    const root = fromXml(file?.text ?? '')
    const lifted = all(root, 'abstract').filter(({ attributes }) => attributes['specific-use'] === 'in-text')
    return {
      body: normalise([...lifted, ...all(root, 'body')].map(xmlText).join('')),
      notes: all(root, 'fn').map((note) => normalise(xmlText(note))),
      references: all(root, 'ref').map((entry) => normalise(xmlText(entry))),
      // Text alone: a ruby's brackets are part of it.
      descriptions: all(root, 'long-desc').map((one) =>
        normalise(one.children.map(xmlText).join('')).replaceAll(/[()]/gu, ''),
      ),
    }
  }

  async function webTexts(id: string): Promise<ArticleTexts> {
    const file = (await site).find(({ name }) => name === `${id}.html`)
    const root = fromHtml(new TextDecoder().decode(file?.bytes))
    return {
      body: normalise(withClass(root, 'body').map(htmlText).join('')),
      notes: withClass(root, 'note').map((note) => normalise(htmlText(note))),
      references: withClass(root, 'reference-entry').map((entry) => normalise(htmlText(entry))),
      descriptions: withClass(root, 'long-description').map((one) =>
        normalise('children' in one ? one.children.slice(1).map(htmlText).join('') : ''),
      ),
    }
  }
})

function all(node: Nodes, name: string): Element[] {
  if (node.type === 'element' && node.name === name) return [node]
  return 'children' in node ? node.children.flatMap((child) => all(child, name)) : []
}

/** In JATS a formula's number stands before it, in print after it; descriptions of pictures are not read. */
function xmlText(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element' || node.name === 'alt-text' || node.name === 'long-desc') return ''
  const children = node.name === 'disp-formula' ? node.children.toReversed() : node.children
  return children.map(xmlText).join('')
}

function withClass(node: HtmlNodes, name: string): HtmlNodes[] {
  if (!('children' in node)) return []
  const { className } = node.type === 'element' ? node.properties : {}
  if (Array.isArray(className) && className.includes(name)) return [node]
  return node.children.flatMap((child) => withClass(child, name))
}

function htmlText(node: HtmlNodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  if (node.type === 'element') {
    const { className } = node.properties
    if (
      node.tagName === 'rp' ||
      node.tagName === 'details' ||
      (Array.isArray(className) && className.includes('zoom-close'))
    )
      return ''
  }
  return node.children.map(htmlText).join('')
}
