import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { assemble, checkReferences } from '../../src/edition/index.js'
import { transform } from '../../src/hypertext/index.js'
import type { Hypertext, Issue, Reference } from '../../src/issue/index.js'
import { loadIssue } from '../../src/manuscript/index.js'
import { parse } from '../../src/markdown/index.js'
import { articleOf, messagesOf } from '../unit/markdown/article-of.js'
import { firstDifference } from './first-difference.js'
import { manuscriptText, normalise, type ManuscriptFile } from './manuscript-text.js'

const root = path.resolve(import.meta.dirname, '../..')

/** Text of each article as the print edition has it: body, then notes. */
function editionText(
  issue: Issue<Hypertext>,
): Map<string, { body: string; notes: string; references: string }> {
  const texts = new Map<string, { body: string; notes: string; references: string }>()
  for (const part of assemble(issue, { edition: 'print' }).parts) {
    if (part.path === undefined) continue
    const { body, notes, references } = part.content.slots
    texts.set(part.path, { body: textOf(body), notes: textOf(notes), references: textOf(references) })
  }
  return texts
}

function textOf(tree: Root | undefined): string {
  return tree ? toString(tree) : ''
}

function expectComplete(files: readonly ManuscriptFile[], issue: Issue<Hypertext>): void {
  const texts = editionText(issue)
  for (const expected of manuscriptText(files)) {
    const actual = texts.get(expected.path)
    expect({ path: expected.path, at: firstDifference(expected.body, actual?.body ?? '') }).toEqual({
      path: expected.path,
      at: undefined,
    })
    const notes = expected.notes.flat()
    const title = notes.length > 0 ? [{ kind: 'label' as const, text: '注释' }] : []
    expect(firstDifference([...title, ...notes], actual?.notes ?? '')).toBeUndefined()
    for (const reference of expected.references) {
      expect(normalise(actual?.references ?? '')).toContain(normalise(reference))
    }
  }
}

describe('the text of the manuscript is the text of the edition', () => {
  test('sample issue', async () => {
    const { issue } = await loadIssue(path.join(root, 'manuscript'))
    if (!issue) throw new Error('the sample issue cannot be loaded')
    const files = issue.articles.map((article) => ({ path: article.path, text: article.content }))
    expectComplete(files, transform(parse(issue)))
  })

  test('every construct', async () => {
    const folder = path.join(root, 'test/fixtures/hypertext/rich')
    const files = await Promise.all(
      ['01-rich.md', '02-other.md'].map(async (name) => ({
        path: name,
        text: await readFile(path.join(folder, name), 'utf8'),
      })),
    )
    const references: Reference[] = [
      { id: 'one', text: 'ONE. First[M]. 2020.' },
      { id: 'ref-2', text: '第二条。' },
      { id: 'three', text: 'THREE. Third[M]. 2021.' },
    ]
    const articles = files.map((file, index) => {
      const metadata: unknown = parseYaml(file.text.split('---\n')[1] ?? '')
      return articleOf(file.text, {
        path: file.path,
        id: `a${index + 1}`,
        metadata: {
          // The fixture's own title; the loader of metadata is tested in its room.
          title: (metadata as { title: string }).title,
          references: index === 0 ? references : [],
        },
      })
    })
    const [first] = articles
    if (!first) throw new Error('no article')
    const issue = transform(parse({ root: folder, file: first.file, metadata: issueMetadata, articles }))
    checkReferences(issue)
    expect(articles.flatMap(({ file }) => messagesOf(file))).toEqual([
      'marks-full-width 92:58',
      'marks-full-width 96:3',
      'paragraph-indent 16:1',
      'reference-cited :',
    ])
    expectComplete(files, issue)
  })
})

describe('marks in their resolved form', () => {
  const text = { kind: 'text' as const, text: '他说"好\'啊\'..."。' }
  test.each(['他说“好‘啊’……”。', '他说"好\'啊\'..."。'])('%s', (actual) => {
    expect(firstDifference([text], actual)).toBeUndefined()
  })
  test.each(['他说“好‘啊’…………”。', '他说「好‘啊’……」。', '他说“好‘啊’”。'])('not %s', (actual) => {
    expect(firstDifference([text], actual)).toBeDefined()
  })
  test('what is typed curly stays as it is', () => {
    expect(firstDifference([{ kind: 'text', text: '“好”' }], '"好"')).toBeDefined()
    expect(firstDifference([{ kind: 'text', text: '“好”' }], '”好“')).toBeDefined()
  })
})

describe('a difference is found', () => {
  const text = { kind: 'text' as const, text: '甲乙 丙' }
  test.each<[string, string]>([
    ['lost', '甲丙'],
    ['doubled', '甲乙乙丙'],
    ['added at the end', '甲乙丙丁'],
    ['out of order', '乙甲丙'],
    ['nothing there', ''],
  ])('%s', (_, actual) => {
    expect(firstDifference([text], actual)).toBeDefined()
  })
  test('equal but for white space and compatible forms', () => {
    expect(
      firstDifference(
        [text, { kind: 'page' }, { kind: 'math', tex: 'x' }, { kind: 'text', text: '（１）' }],
        '甲 乙\n丙第12页x2(1)',
      ),
    ).toBeUndefined()
  })
  test('a page reference without its number', () => {
    expect(firstDifference([{ kind: 'page' }], '第页')).toBeDefined()
  })
})

const issueMetadata: Issue<unknown>['metadata'] = {
  id: 'rich',
  language: 'zh-Hans-CN',
  theme: 'journal',
  periodical: { title: '刊' },
  issue: { year: 2026, date: { year: 2026 } },
  output: { reading: true, ebook: true },
}
