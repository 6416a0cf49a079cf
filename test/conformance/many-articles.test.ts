import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { checkBag, textFile, writeBag } from '../../src/archive/index.js'
import { articleXmlProblems, writeRecords } from '../../src/record/index.js'
import { checkSite } from '../../src/web/index.js'
import { recordOf } from './sample-record.js'
import { siteOf } from './sample-site.js'

const folder = await mkdtemp(join(tmpdir(), 'kanben-many-'))
afterAll(() => rm(folder, { recursive: true }))

test('an issue of 500 articles has its records, its pages and its bag', { timeout: 300_000 }, async () => {
  const names = Array.from({ length: 500 }, (_, index) => `${String(index).padStart(3, '0')}-第${index}篇.md`)
  await writeFile(
    join(folder, 'issue.yaml'),
    `id: many\nperiodical: { title: 样张 }\nissue: { year: 2026, date: 2026-11 }\ncontents:\n  - section: 专论\n    articles: [${names.join(', ')}]\n`,
  )
  for (const [index, name] of names.entries()) {
    const other = names[(index + 1) % names.length] ?? ''
    await writeFile(
      join(folder, name),
      `---\ntitle: 第${index}篇\nauthors: [{ name: 王小明 }]\n---\n\n正文。[^1]见[](${other})。\n\n[^1]: 注。\n`,
    )
  }
  const records = writeRecords(await recordOf(folder), 0)
  const articles = records.filter(({ name }) => name.startsWith('jats/'))
  expect(articles).toHaveLength(500)
  expect(articles.flatMap(({ text }) => articleXmlProblems(text))).toEqual([])
  const site = await siteOf(folder)
  expect(site.filter(({ name }) => name.endsWith('.html'))).toHaveLength(502)
  expect(checkSite(site)).toEqual([])
  const bag = writeBag([...site, ...records.map(({ name, text }) => textFile(`records/${name}`, text))], [])
  expect(checkBag(bag)).toEqual([])
})
