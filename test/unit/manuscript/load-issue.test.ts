import { execFileSync } from 'node:child_process'
import { symlink, truncate } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { messagesToJson } from '../../../src/diagnostics/index.js'
import { type LoadedIssue, loadIssue } from '../../../src/manuscript/index.js'
import { issueYaml, soundArticle, temporaryFolder } from './temporary-folder.js'

function rules({ files }: LoadedIssue): string[] {
  return messagesToJson(files).map(({ file, line, rule }) => `${file}:${line ?? ''} ${rule}`)
}

async function metadataOf(yaml: string) {
  const folder = await temporaryFolder({
    'issue.yaml': issueYaml(['01-a.md']),
    '01-a.md': `---\n${yaml}---\n\n正文。\n`,
  })
  const loaded = await loadIssue(folder)
  expect(rules(loaded)).toEqual([])
  return loaded.issue?.articles[0]?.metadata
}

describe('A sound issue', () => {
  it('has its defaults, its articles in order and their text as it was read', async () => {
    const folder = await temporaryFolder({
      'issue.yaml': issueYaml(['b/02-Zwei.md', '{ file: ./01-a.md, start: recto }']),
      '01-a.md': soundArticle,
      'b/02-Zwei.md': soundArticle,
    })
    const { issue, files, coverUse } = await loadIssue(folder)
    expect(issue?.metadata).toMatchObject({
      id: 'test',
      language: 'zh-Hans-CN',
      theme: 'journal',
      issue: { year: 2026, date: { year: 2026, month: 11 } },
      output: { reading: true, ebook: true },
    })
    expect(coverUse).toBeUndefined()
    expect(files.map((file) => file.path)).toEqual(['issue.yaml', 'b/02-Zwei.md', '01-a.md'])
    expect(issue?.articles.map(({ id, path, section, start }) => [id, path, section, start])).toEqual([
      ['a02-zwei', 'b/02-Zwei.md', '栏目', undefined],
      ['a01-a', '01-a.md', '栏目', 'recto'],
    ])
    expect(issue?.articles[0]?.content).toBe(soundArticle)
  })

  it.each([
    ['', undefined],
    ['article-start: recto\n', 'recto'],
    ['article-start: run-on\n', 'run-on'],
  ] as const)('starts articles where %j wants it, else where the theme does: %s', async (yaml, start) => {
    const folder = await temporaryFolder({ 'issue.yaml': issueYaml(['a.md'], yaml), 'a.md': soundArticle })
    const { issue } = await loadIssue(folder)
    expect(issue?.articles[0]?.start).toBe(start)
  })

  it('gives the cover with its place, and a theme of its own as an absolute folder', async () => {
    const folder = await temporaryFolder({
      'issue.yaml': issueYaml(['a.md'], 'theme: ./ours\ncover: { image: c.svg }\n'),
      'a.md': soundArticle,
      'ours/theme.yaml': '',
    })
    const { issue, coverUse } = await loadIssue(folder)
    expect(coverUse).toMatchObject({ path: 'c.svg', position: { start: { line: 5, column: 17 } } })
    expect(path.isAbsolute(issue?.metadata.theme ?? '')).toBe(true)
  })

  it('loads a paragraph of 5 MB', async () => {
    const text = `${soundArticle}${'国际科技创新中心。'.repeat(190_000)}\n`
    const folder = await temporaryFolder({ 'issue.yaml': issueYaml(['a.md']), 'a.md': text })
    const { issue, files } = await loadIssue(folder)
    expect(files.flatMap((file) => file.messages)).toEqual([])
    expect(issue?.articles[0]?.content).toBe(text)
  })
})

describe('Metadata', () => {
  it.each([
    ['title: 高地 助推\n', '高地 助推'],
    ['title: >-\n  北京，\n  上海\n', '北京，上海'],
    ['title: 北京\n  上海\n', '北京上海'],
    ['title: "“北京”\n  上海"\n', '“北京”上海'],
    ['title: >\n  one\n  two\n', 'one two'],
    ['title: >-\n  GDP\n  增长\n', 'GDP 增长'],
    ['title: |\n  一\n  二\n', '一 二'],
    ['title: 3.10\n', '3.10'],
    ['title: "~"\n', '~'],
  ])('%j has the title %j', async (yaml, title) => {
    expect((await metadataOf(yaml))?.title).toBe(title)
  })

  it('keeps paragraphs of an abstract and joins the lines of each', async () => {
    const metadata = await metadataOf('title: x\nabstract: >-\n  一，\n  二\n\n  三\n')
    expect(metadata?.abstract).toBe('一，二\n三')
  })

  it('numbers references without id', async () => {
    const metadata = await metadataOf('title: x\nreferences:\n  - 一.\n  - { id: b, text: 二. }\n  - { text: 三. }\n')
    expect(metadata?.references).toEqual([
      { id: 'ref-1', text: '一.' },
      { id: 'b', text: '二.' },
      { id: 'ref-3', text: '三.' },
    ])
  })

  it('takes a key with nothing after it as not written', async () => {
    expect(await metadataOf('title: x\nsubtitle:\nauthors:\nkeywords: ~\n')).toEqual({
      title: 'x',
      kind: 'article',
      authors: [],
      keywords: [],
      keywordsEn: [],
      references: [],
    })
  })

  it.each([
    ['nested too deeply', `title: ${'['.repeat(50_000)}\n`],
    ['an alias bomb', `a: &a [x, x]\nb: &b [*a, *a]\ntitle: *b\n`],
    ['a merge key', `title: x\n<<: { kind: news }\n`],
    ['__proto__', `title: x\n__proto__: { kind: news }\n`],
    ['longer than a million characters', `title: ${'x'.repeat(1_000_001)}\n`],
  ])('refuses what is %s', async (_, yaml) => {
    const folder = await temporaryFolder({
      'issue.yaml': issueYaml(['a.md']),
      'a.md': `---\n${yaml}---\n\n正文。\n`,
    })
    const loaded = await loadIssue(folder)
    expect(loaded.issue).toBeUndefined()
    expect(rules(loaded)[0]).toMatch(/^a\.md:\d+ (?:yaml-syntax|metadata-key-known)$/)
  })

  it('compares ten thousand keys without comparing each with all', async () => {
    const keys = Array.from({ length: 10_000 }, (_, index) => `k${index}: v\n`).join('')
    const folder = await temporaryFolder({
      'issue.yaml': issueYaml(['a.md']),
      'a.md': `---\n${keys}k0: again\n---\n\n正文。\n`,
    })
    expect(rules(await loadIssue(folder))).toContain('a.md:10002 metadata-key-once')
  })
})

describe('Folders and links', () => {
  it('tells a folder that is missing from one that is a file', async () => {
    const folder = await temporaryFolder({ file: '' })
    for (const name of ['nothing', 'file', 'file/below']) {
      const loaded = await loadIssue(path.join(folder, name))
      expect(loaded.issue).toBeUndefined()
      expect(rules(loaded)).toEqual(['issue.yaml: issue-folder-exists'])
    }
  })

  it('follows links inside the folder, and none that leads out', async () => {
    const outside = await temporaryFolder({ 'x.md': soundArticle, 'issue.yaml': issueYaml(['x.md']) })
    const folder = await temporaryFolder({
      'issue.yaml': issueYaml(['in.md', 'out.md', 'away/x.md', 'nowhere.md', 'loop.md']),
      'real.md': soundArticle,
    })
    await symlink('real.md', path.join(folder, 'in.md'))
    await symlink(path.join(outside, 'x.md'), path.join(folder, 'out.md'))
    await symlink(outside, path.join(folder, 'away'))
    await symlink('gone.md', path.join(folder, 'nowhere.md'))
    await symlink('loop.md', path.join(folder, 'loop.md'))
    expect(rules(await loadIssue(folder)).filter((rule) => rule.startsWith('issue.yaml'))).toEqual([
      'issue.yaml:8 article-inside',
      'issue.yaml:9 article-inside',
      'issue.yaml:10 article-exists',
      'issue.yaml:11 article-is-file',
    ])
  })

  it('does not read issue.yaml through a link that leads out', async () => {
    const outside = await temporaryFolder({ 'issue.yaml': 'secret' })
    const folder = await temporaryFolder({})
    await symlink(path.join(outside, 'issue.yaml'), path.join(folder, 'issue.yaml'))
    const loaded = await loadIssue(folder)
    expect(rules(loaded)).toEqual(['issue.yaml: issue-file-exists'])
    expect(loaded.files.map(String).join('')).not.toContain('secret')
  })

  it.skipIf(process.platform === 'win32')('does not wait for a pipe', async () => {
    const folder = await temporaryFolder({ 'issue.yaml': issueYaml(['pipe.md']) })
    execFileSync('mkfifo', [path.join(folder, 'pipe.md')])
    expect(rules(await loadIssue(folder))).toEqual(['issue.yaml:7 article-is-file'])
  })

  it('refuses a text of more than 50 MB without reading it', async () => {
    const folder = await temporaryFolder({ 'issue.yaml': issueYaml(['a.md']), 'a.md': soundArticle })
    await truncate(path.join(folder, 'a.md'), 50_000_001)
    expect(rules(await loadIssue(folder))).toEqual(['a.md: file-size-bounded'])
  })

  it('finds a name whose accents are written in another normal form', async () => {
    const folder = await temporaryFolder({
      'issue.yaml': issueYaml(['caf\u00E9.md']),
      'cafe\u0301.md': soundArticle,
    })
    const loaded = await loadIssue(folder)
    expect(rules(loaded)).toEqual([])
  })
})
