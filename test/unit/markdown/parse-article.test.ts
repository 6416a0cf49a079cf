import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { parseArticle } from '../../../src/markdown/index.js'
import { articleOf, messagesOf } from './article-of.js'

/** `type(value)` of every leaf and `type` of every other node below the root, depth first. */
function outline(markdown: string): { nodes: string[]; messages: string[] } {
  const article = articleOf(markdown)
  const nodes: string[] = []
  visit(parseArticle(article), (node) => {
    if (node.type !== 'root' && node.type !== 'paragraph') nodes.push(describeNode(node))
  })
  return { nodes, messages: messagesOf(article.file) }
}

function describeNode(node: Nodes): string {
  if (node.type === 'ruby') return `ruby(${node.value}|${node.annotation})`
  if (node.type === 'link') return `link(${node.url})`
  if (node.type === 'textDirective') return `:${node.name}`
  return 'value' in node ? `${node.type}(${node.value})` : node.type
}

describe('text', () => {
  test.each<[string, string, string[]]>([
    ['ruby', '{汉字|hàn zì}的', ['ruby(汉字|hàn zì)', 'text(的)']],
    ['escaped ruby', '\\{汉字|hàn zì}', ['text({汉字|hàn zì})']],
    [
      'ruby in a table',
      '| a |\n|--|\n| {刊本\\|かんぽん} |',
      ['table', 'tableRow', 'tableCell', 'text(a)', 'tableRow', 'tableCell', 'ruby(刊本|かんぽん)'],
    ],
    ['braces that are no ruby', '集合{a}、{|b}、{c|}、{d', ['text(集合{a}、{|b}、{c|}、{d)']],
    ['nested braces', '{a{汉|hàn}', ['text({a)', 'ruby(汉|hàn)']],
    ['a ratio and a time', '16:9a 与12:30分', ['text(16:9a 与12:30分)']],
    ['a word behind a colon', '注:abc，见 :name', ['text(注:abc，见 :name)']],
    [
      'a Chinese name in brackets',
      '他说:好[甲*乙*]',
      ['text(他说:好[甲)', 'emphasis', 'text(乙)', 'text(])'],
    ],
    ['a directive', ':name[王安石]说', [':name', 'text(王安石)', 'text(说)']],
    [
      'a bare URL ends at Chinese',
      '见https://a.b/c_d?e=1。后文**重**',
      [
        'text(见)',
        'link(https://a.b/c_d?e=1)',
        'text(https://a.b/c_d?e=1)',
        'text(。后文)',
        'strong',
        'text(重)',
      ],
    ],
    [
      'a bare URL with a port and a stop',
      '“http://a.b:80/x”，http://a.b/（甲）http://c.d.',
      [
        'text(“)',
        'link(http://a.b:80/x)',
        'text(http://a.b:80/x)',
        'text(”，)',
        'link(http://a.b/)',
        'text(http://a.b/)',
        'text(（甲）)',
        'link(http://c.d)',
        'text(http://c.d)',
        'text(.)',
      ],
    ],
    [
      'no bare URL in code or a link',
      '`http://a.b` [http://c.d](http://e.f)',
      ['inlineCode(http://a.b)', 'text( )', 'link(http://e.f)', 'text(http://c.d)'],
    ],
    [
      'strong before Chinese',
      '**“强调。”**后，*重点：*后',
      ['strong', 'text(“强调。”)', 'text(后，)', 'emphasis', 'text(重点：)', 'text(后)'],
    ],
    ['ranges keep their tildes', '5~10岁，20~30人', ['text(5~10岁，20~30人)']],
    ['strikethrough', '~~旧。~~新', ['delete', 'text(旧。)', 'text(新)']],
    ['definition list', '甲\n: 乙', ['defList', 'defListTerm', 'text(甲)', 'defListDescription', 'text(乙)']],
    ['display math alone in its paragraph', '$$x$$ {#eq-x}', ['math(x)']],
    ['link definitions are resolved', '[甲][a]\n\n[a]: http://b.c', ['link(http://b.c)', 'text(甲)']],
  ])('%s', (_, markdown, expected) => {
    expect(outline(markdown)).toEqual({ nodes: expected, messages: [] })
  })

  test('neighbouring texts become one, with its place', () => {
    const tree = parseArticle(articleOf('---\ntitle: x\n---\n\n比例16:9a完'))
    const paragraph = tree.children[1]
    expect(paragraph).toMatchObject({
      children: [{ type: 'text', position: { start: { line: 5, column: 1 }, end: { line: 5, column: 9 } } }],
    })
  })
})

describe('attributes', () => {
  const attributesOf = (markdown: string): unknown => {
    const found: unknown[] = []
    const article = articleOf(markdown)
    visit(parseArticle(article), (node) => {
      if (node.data?.attributes) found.push([node.type, node.data.attributes])
    })
    return { found, messages: messagesOf(article.file) }
  }
  test.each<[string, string, unknown]>([
    ['heading', '## 标题 {#sec-x}', ['heading', { id: 'sec-x', classes: [], values: {} }]],
    [
      'image',
      '![a](b.svg "c"){#fig-x .wide caption-en="A b"}',
      ['image', { id: 'fig-x', classes: ['wide'], values: { 'caption-en': 'A b' } }],
    ],
    ['math', '$$ {#eq-x}\nx\n$$', ['math', { id: 'eq-x', classes: [], values: {} }]],
    [
      'container',
      ':::box[甲]{#box-x .wide}\n乙\n:::',
      ['containerDirective', { id: 'box-x', classes: ['wide'], values: {} }],
    ],
  ])('%s', (_, markdown, expected) => {
    expect(attributesOf(markdown)).toEqual({ found: [expected], messages: [] })
  })

  test('escaped braces and plain braces stay text', () => {
    expect(outline('## 集合 {a, b}\n\n## 甲 \\{#b}')).toEqual({
      nodes: ['heading', 'text(集合 {a, b})', 'heading', 'text(甲 {#b})'],
      messages: [],
    })
  })
})

describe('mistakes', () => {
  test.each<[string, string, string[]]>([
    ['unknown text directive', '甲:nane[乙]', ['directive-known 1:2']],
    ['unknown container', '甲\n\n:::boxx\n乙\n:::', ['directive-known 3:1']],
    ['container written in a line', '甲:box[乙]', ['directive-known 1:2']],
    ['leaf directive', '::figure[甲]', ['directive-known 1:1']],
    [
      'unknown attribute of a directive',
      ':::figure[甲]{#a widht=3}\n![b](c.svg)\n:::',
      ['attribute-known 1:1'],
    ],
    ['unknown class', '![a](b.svg){.wied}', ['attribute-known 1:1']],
    ['attributes of a heading', '## 甲 {.big}', ['attribute-known 1:1']],
    ['attributes that cannot be read', '## 甲 {#a "b"}', ['attributes-readable 1:4']],
    ['meta of math that is lost', '$$ x+y\nz\n$$', ['attributes-readable 1:1']],
    ['language missing', ':lang[mot]', ['attribute-present 1:1']],
    ['title where none is printed', ':::verse[甲]\n乙\n:::', ['directive-label 1:9']],
    ['container not closed', ':::box[甲]\n乙', ['fence-closed 1:1']],
    ['inner container takes the outer fence', '::::box[甲]\n:::verse\n乙\n::::', ['fence-closed 2:1']],
    ['code not closed', '甲\n\n```js\n乙', ['fence-closed 3:1']],
    ['math not closed', '$$\nx', ['fence-closed 1:1']],
    ['fence with a space', '::: box\n甲\n\n:::', ['fence-readable 1:1', 'fence-readable 4:1']],
    ['fence too many', '甲\n\n:::', ['fence-readable 3:1']],
    ['link definition that nothing uses', '[a]: http://b.c', ['definition-used 1:1']],
    ['link definition given twice', '[甲][a]\n\n[a]: http://b.c\n[a]: http://d.e', ['definition-used 4:1']],
    ['text read as a link definition', '[1]: 王某，2020', ['definition-is-link 1:1']],
  ])('%s', (_, markdown, expected) => {
    const { messages } = outline(markdown)
    expect(messages).toEqual(expected)
  })

  test('the nearest name is proposed, in both languages', () => {
    const article = articleOf(':::pulquote\n甲\n:::')
    parseArticle(article)
    expect(article.file.messages[0]).toMatchObject({
      fatal: true,
      note: 'Did you mean :::pullquote?',
      bilingual: { note: { zh: '是不是 :::pullquote？' } },
    })
  })
})

describe('large and deep input', () => {
  test('quotations, lists, containers and marks nested a thousand deep are an error', () => {
    const levels = Array.from({ length: 1000 }, (_, index) => index)
    for (const markdown of [
      `${'>'.repeat(1000)} 甲`,
      levels.map((level) => `${' '.repeat(2 * level)}- 甲`).join('\n'),
      levels.map((level) => `${':'.repeat(1003 - level)}box[甲]`).join('\n'),
      `${'*甲 '.repeat(1000)}${'甲* '.repeat(1000)}`,
    ]) {
      const article = articleOf(markdown)
      expect(parseArticle(article).children.length).toBe(0)
      expect(messagesOf(article.file)).toEqual([expect.stringMatching(/^nesting-depth \d+:\d+$/)])
    }
  })

  test('twenty levels are read', () => {
    const list = Array.from({ length: 20 }, (_, level) => `${' '.repeat(2 * level)}- 甲`).join('\n')
    expect(outline(list).nodes.filter((node) => node === 'listItem')).toHaveLength(20)
  })

  test('a paragraph of 5 MB and a table of 3,000 rows', () => {
    expect(outline('汉字，测试。'.repeat(280_000)).nodes).toHaveLength(1)
    expect(
      outline(`| a | b |\n|--|--|\n${'| 汉 | 1 |\n'.repeat(3000)}`).nodes.filter(
        (node) => node === 'tableRow',
      ),
    ).toHaveLength(3001)
  })
})
