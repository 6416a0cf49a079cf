import { fileURLToPath } from 'node:url'
import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { VFile } from 'vfile'
import { beforeAll, describe, expect, test } from 'vitest'
import type {
  ArticleMetadata,
  Asset,
  Draft,
  Issue,
  IssueMetadata,
  Part,
  Publication,
  Theme,
} from '../../../src/issue/index.js'
import {
  checkGlyphs,
  loadTheme,
  pageRules,
  render,
  runningHeads,
  subsetFaces,
} from '../../../src/theme/index.js'
import { usedCharacters } from '../../../src/theme/used-characters.js'

const metadata: IssueMetadata = {
  id: 'x',
  language: 'zh-Hans-CN',
  theme: 'plain',
  periodical: { title: 'K"an' },
  issue: { year: 2026, number: 11, date: { year: 2026 } },
  output: { reading: true, ebook: true },
}
const article: ArticleMetadata = {
  title: 'Fish & <b>chips</b>',
  kind: 'article',
  authors: [{ name: 'A' }, { name: 'B' }],
  keywords: [],
  keywordsEn: [],
  references: [],
}

function part<Content>(content: Content, more: Partial<Part<Content>> = {}): Part<Content> {
  return { id: 'a1', kind: 'article', title: 'T', start: 'page', article, content, ...more }
}

function tree(html: string): Root {
  return fromHtml(html, { fragment: true })
}

function publication<Content>(...parts: Part<Content>[]): Publication<Content> {
  return { edition: 'print', metadata, parts }
}

let plain: Theme
beforeAll(async () => {
  const { theme } = await loadTheme('plain', fileURLToPath(new URL('../../fixtures/theme/', import.meta.url)))
  if (!theme) throw new Error('the fixture is broken')
  plain = theme
})

describe('render', () => {
  const draft: Draft = { data: { article }, slots: { body: tree('<p data-source="3:1-3:4">text</p>') } }

  test('escapes data, fills slots, drops comments, empty and unknown slots', () => {
    const [rendered] = render(plain, publication(part(draft))).parts
    expect(rendered && toHtml(rendered.content)).toBe(
      '<article id="a1"><h1>Fish &#x26; &#x3C;b>chips&#x3C;/b></h1><p data-source="3:1-3:4">text</p></article>\n',
    )
  })

  test('prefers the template of the edition', () => {
    const [rendered] = render(plain, { ...publication(part(draft)), edition: 'ebook' }).parts
    expect(rendered && toHtml(rendered.content)).toMatch(/^<section id="a1">/)
  })

  test('refuses a kind without a template', () => {
    expect(() => render(plain, publication(part(draft, { kind: 'cover' })))).toThrow(
      'no template cover.liquid',
    )
  })

  test.each(['../../../../package.json', '/etc/hostname', './theme.yaml'])('reads no file: %s', (path) => {
    const theme = { ...plain, templates: new Map([['article.liquid', `{% render '${path}' %}`]]) }
    expect(() => render(theme, publication(part(draft)))).toThrow('ENOENT')
  })

  test('cuts off a template that never ends', () => {
    const theme = {
      ...plain,
      templates: new Map([['article.liquid', '{% for i in (1..999999999) %}x{% endfor %}']]),
    }
    expect(() => render(theme, publication(part(draft)))).toThrow('limit')
  })
})

describe('running heads and page rules', () => {
  test.each([
    [['A'], 'A　T'],
    [['A', 'B', 'C'], 'A　B　C　T'],
    [['A', 'B', 'C', 'D'], 'A　B等　T'],
    [[], 'T'],
  ])('of %j', (names, recto) => {
    const one = part(null, { article: { ...article, authors: names.map((name) => ({ name })) } })
    expect(runningHeads(publication(one)).get('a1')).toEqual({ verso: 'K"an　2026年第11期', recto })
  })

  test('names a page for each part, escapes strings, counts articles alone', () => {
    const css = pageRules(plain, publication(part(null, { id: 'cover', kind: 'cover' }), part(null)))
    expect(css).toContain('@page { size: 824px 1104px; margin: 106px 93px 118px 87px }')
    expect(css).toContain('@page :left { margin: 106px 87px 118px 93px }')
    expect(css).toContain('#a1 { page: a1 }')
    expect(css).toMatch(/@page a1:left \{ @top-left \{ content: "K\\"an　2026年第11期"; font-family: "latin"/)
    expect(css).toContain('@page cover { counter-increment: page 0 }')
    expect(css).not.toContain('@page a1 { counter-increment')
  })
})

describe('fonts', () => {
  const svg: Asset = {
    path: 'a.svg',
    mediaType: 'image/svg+xml',
    width: 1,
    height: 1,
    bytes: new TextEncoder().encode('<svg><text>&#x416;&#1046;</text></svg>'),
  }

  test('used characters: text, metadata, SVG, italics of mathematics and the radical', () => {
    const used = usedCharacters(
      publication(part(tree('<p>é</p><code>↩</code><math><msqrt><mi>x</mi></msqrt></math>'))),
      new Map([['a.svg', svg]]),
    )
    for (const character of 'éЖ↩K第页㊿')
      expect(used.all.has(character.codePointAt(0) ?? 0), character).toBe(true)
    for (const character of 'x𝑥√') expect(used.math.has(character.codePointAt(0) ?? 0), character).toBe(true)
    expect([...used.code]).toEqual([0x21a9])
  })

  test('used characters: what running heads and later stages add', () => {
    const crowd = { ...article, authors: ['甲', '乙', '丙', '丁'].map((name) => ({ name })) }
    const crowded = publication(part(tree('<p>a</p>'), { article: crowd }))
    expect(usedCharacters(crowded, undefined, '跳').all).toContain('等'.codePointAt(0))
    expect(usedCharacters(crowded, undefined, '跳').all).toContain('跳'.codePointAt(0))
    expect(usedCharacters(publication(part(tree('<p>a</p>')))).all).not.toContain('等'.codePointAt(0))
  })

  test('faces that serve nothing are left out, and the same text gives the same bytes', async () => {
    const text = publication(part(tree('<p>abc</p>')))
    const faces = await subsetFaces(plain, text)
    expect(faces.map((face) => face.fileName)).toEqual(['latin-400.ttf'])
    expect(faces[0]?.bytes.byteLength).toBeLessThan(100_000)
    const again = await subsetFaces(plain, text)
    expect(again.map((face) => Buffer.compare(face.bytes, faces[0]?.bytes ?? face.bytes))).toEqual([0])
    const all = await subsetFaces(plain, publication(part(tree('<code>a</code><math><mi>x</mi></math>'))))
    expect(all.map((face) => face.family)).toEqual(['latin', 'typewriter', 'formula'])
  })

  test('a character that no face has is an error at its place', async () => {
    const source = '---\ntitle: 𠮷\n---\na\n\nb 刊 → ↩\u200d 刊 &#x1F600;\n'
    const file = new VFile({ path: '01-a.md', value: source })
    const issueFile = new VFile({ path: 'issue.yaml', value: 'title: K"an' })
    const issue: Issue<Root> = {
      root: '/',
      metadata,
      file: issueFile,
      articles: [
        {
          id: 'a1',
          path: '01-a.md',
          section: '',
          start: 'page',
          metadata: { ...article, title: '𠮷' },
          file,
          content: tree(
            '<p data-source="4:1-4:2">a</p><p data-source="6:1-6:20">b 刊 → <code>↩</code>\u200d 刊 😀</p><math><mo>∰</mo></math>',
          ),
        },
      ],
    }
    await checkGlyphs(plain, issue)
    const found = file.messages.map(
      (m) => `${m.line}:${m.column} ${m.ruleId} ${/U\+\w+/.exec(m.reason)?.[0]} ${m.fatal}`,
    )
    expect(found).toEqual([
      '2:8 glyph-available U+20BB7 true',
      '6:3 glyph-available U+520A true',
      '6:1 glyph-available U+1F600 true',
    ])
    expect(file.messages[1]?.reason).toContain('1 more time')
    expect(issueFile.messages.map((m) => /U\+\w+/.exec(m.reason)?.[0])).toEqual([])
  })
})
