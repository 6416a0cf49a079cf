import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Element, Root, Text } from 'hast'
import { visit } from 'unist-util-visit'
import { expect, test } from 'vitest'
import type { Part } from '../../src/issue/index.js'
import { sampleEbook, sampleFolder } from '../conformance/sample-ebook.js'
import { epubText } from './epub-text.js'
import { firstDifference } from './first-difference.js'
import { manuscriptText, normalise, type ManuscriptText } from './manuscript-text.js'

const book = sampleEbook()

async function articles(parts: readonly { readonly path?: string | undefined }[]): Promise<ManuscriptText[]> {
  const paths = parts.flatMap(({ path }) => path ?? [])
  return manuscriptText(
    await Promise.all(
      paths.map(async (path) => ({ path, text: await readFile(join(sampleFolder, path), 'utf8') })),
    ),
  )
}

/** The articles of the sample issue, in order. */
async function sampleParts(): Promise<Part<Root>[]> {
  let parts: readonly Part<Root>[] = []
  await sampleEbook((publication) => {
    parts = publication.parts
    return publication
  })
  return parts.filter(({ kind }) => kind === 'article')
}

const parts = sampleParts()

test('every word of every manuscript is in the ebook, in order, and no other', async () => {
  const texts = new Map(epubText(await book).map((text) => [text.id, text]))
  const sources = await articles(await parts)
  expect(sources.length).toBeGreaterThan(3)
  for (const [index, source] of sources.entries()) {
    const text = texts.get((await parts)[index]?.id ?? '')
    expect({ path: source.path, difference: firstDifference(source.body, text?.body ?? '') }).toEqual({
      path: source.path,
      difference: undefined,
    })
    const notes = source.notes.map((note, number) => firstDifference(note, text?.notes[number] ?? ''))
    expect(notes.filter((difference) => difference !== undefined)).toEqual([])
    expect(text?.notes).toHaveLength(source.notes.length)
    expect(source.descriptions.map((one, at) => firstDifference(one, text?.descriptions[at] ?? ''))).toEqual(
      source.descriptions.map(() => undefined),
    )
    expect(text?.descriptions).toHaveLength(source.descriptions.length)
    expect(text?.references).toEqual(
      source.references.map((reference, number) => normalise(`[${number + 1}]${reference}`)),
    )
  }
})

test('titles, authors and abstracts are in the ebook', async () => {
  const texts = new Map(epubText(await book).map(({ id, text }) => [id, text]))
  const ids = (await parts).map(({ id }) => id)
  for (const [index, { metadata }] of (await articles(await parts)).entries()) {
    for (const key of ['title', 'subtitle', 'authors.name', 'abstract', 'keywords']) {
      for (const value of metadata.get(key) ?? [])
        expect(texts.get(ids[index] ?? '')).toContain(normalise(value))
    }
  }
})

test.each([
  ['a lost word', (value: string) => value.replace(/.$/s, '')],
  ['a doubled word', (value: string) => value + value],
])('%s is found', async (_, change) => {
  const broken = await sampleEbook((publication) => ({
    ...publication,
    parts: publication.parts.map((part) =>
      part.kind === 'article' ? { ...part, content: changeFirst(part.content, change) } : part,
    ),
  }))
  const [source] = await articles(await parts)
  const text = epubText(broken).find(({ body }) => body !== '')
  expect(firstDifference(source?.body ?? [], text?.body ?? '')).toBeDefined()
})

/** A copy with the first paragraph's first text changed. */
function changeFirst(tree: Root, change: (value: string) => string): Root {
  const copy = structuredClone(tree)
  let done = false
  visit(copy, 'element', (element: Element) => {
    if (element.tagName !== 'p' || element.properties['dataSource'] === undefined || done) return
    const text = element.children.find((child): child is Text => child.type === 'text')
    if (text) text.value = change(text.value)
    done = text !== undefined
  })
  return copy
}
