import { describe, expect, test } from 'vitest'
import { bibtex, citationText, cslJson, ris, type CitationData } from '../../../src/record/index.js'
import { parseReference } from '../../../src/record/citation/parse-reference.js'
import { personName } from '../../../src/issue/index.js'
import { recordOf } from '../../conformance/sample-record.js'
import {
  articlePageMetadata,
  atomFeed,
  issueJsonProblems,
  writeRecords,
  xmlProblems,
} from '../../../src/record/index.js'
import { fileURLToPath } from 'node:url'

test.each([
  ['王小明', '王', '小明'],
  ['欧阳文', '欧阳', '文'],
  ['欧阳', '欧', '阳'],
  ['李白', '李', '白'],
  ['WANG Xiaoming', 'WANG', 'Xiaoming'],
  ['Xiaoming WANG', 'WANG', 'Xiaoming'],
  ['Curie, Marie', 'Curie', 'Marie'],
])('%s has the surname %s', (name, surname, given) => {
  expect(personName(name)).toEqual({ kind: 'person', surname, given })
})

test.each([
  ['本刊编辑部', 'organisation'],
  ['样张大学课题组', 'organisation'],
  ['古丽·买买提', 'whole'],
  ['Wang Xiaoming', 'whole'],
  ['爨明', 'whole'],
])('%s is not divided', (text, kind) => {
  expect(personName(text)).toEqual({ kind, text })
})

describe('an entry of 参考文献', () => {
  test.each([
    [
      '王小明, 李四. 论样张[J]. 样张学报, 2020, 12(3): 45-52. DOI: 10.1234/x.y.',
      {
        authors: '王小明, 李四',
        title: '论样张',
        source: '样张学报',
        year: '2020',
        volume: '12',
        issue: '3',
        firstPage: '45',
        lastPage: '52',
        doi: '10.1234/x.y',
      },
    ],
    [
      "STOKES D E. Pasteur's quadrant[M]. Washington, D.C.: Brookings Institution Press, 1997.",
      {
        authors: 'STOKES D E',
        title: "Pasteur's quadrant",
        publisher: 'Brookings Institution Press',
        year: '1997',
      },
    ],
    [
      '样张网. 一页[EB/OL]. (2022-01-02). https://example.org/a?b=c.',
      { title: '一页', uri: 'https://example.org/a?b=c', year: '2022' },
    ],
  ])('%s is divided, and nothing of it is lost', (text, wanted) => {
    const parsed = parseReference(text)
    expect(parsed?.parts.map((part) => part.text).join('')).toBe(text)
    const found = Object.fromEntries(
      parsed?.parts.flatMap(({ field, text }) => (field ? [[field, text]] : [])) ?? [],
    )
    expect(found).toMatchObject(wanted)
  })

  test('without a type is left whole', () => expect(parseReference('没有类型的条目。')).toBeUndefined())
})

const data: CitationData = {
  id: 'x-a1',
  title: '论 100% & {样张}：副题',
  authors: [{ name: '王小明' }, { name: '李四' }, { name: '张三' }, { name: '本刊编辑部' }],
  periodical: '样张学报',
  year: 2026,
  month: 11,
  volume: 7,
  number: 11,
  pages: '3-9',
  firstPage: '3',
  lastPage: '9',
  doi: '10.1234/x',
  url: 'https://doi.org/10.1234/x',
  language: 'zh-Hans-CN',
  keywords: ['甲', '乙'],
}

test('citations are written as their readers want them', () => {
  expect(citationText(data)).toBe(
    '王小明, 李四, 张三, 等. 论 100% & {样张}：副题[J]. 样张学报, 2026, 7(11): 3-9. DOI: 10.1234/x.',
  )
  expect(bibtex(data)).toContain('title = {{论 100\\% \\& \\{样张\\}：副题}}')
  expect(bibtex(data)).toContain('pages = {3--9}')
  expect(ris(data)).toMatch(/^TY {2}- JOUR\r\n[^]*\r\nSP {2}- 3\r\nEP {2}- 9\r\n[^]*ER {2}- \r\n$/u)
  expect(cslJson(data)).toMatchObject({
    type: 'article-journal',
    author: [{ family: '王', given: '小明' }, {}, {}, { literal: '本刊编辑部' }],
    issued: { 'date-parts': [[2026, 11]] },
  })
})

const everything = recordOf(fileURLToPath(new URL('../../fixtures/record/everything', import.meta.url)))

test('records are well-formed, and there is a deposit for articles with a DOI', async () => {
  const files = new Map(writeRecords(await everything, 0).map(({ name, text }) => [name, text]))
  for (const [name, text] of files)
    if (name.endsWith('.xml')) expect({ name, problems: xmlProblems(text) }).toEqual({ name, problems: [] })
  expect(files.get('crossref.xml')).toContain(
    '<doi>10.1234/all.1</doi><resource>https://example.org/specimens/everything-2026-11/a01-all.html</resource>',
  )
  expect(files.get('crossref.xml')?.match(/<journal_article /gu)).toHaveLength(1)
  expect(issueJsonProblems(files.get('issue.json') ?? '')).toEqual([])
  expect(issueJsonProblems('{"format":"kanben-issue-1"}')).not.toEqual([])
  expect(xmlProblems(atomFeed(await everything, 0))).toEqual([])
})

test('a page tells Scholar, Dublin Core and schema.org who wrote what and where it stands', async () => {
  const issue = await everything
  const { metas, linkedData } = articlePageMetadata(issue, issue.articles[0]!)
  const values = (name: string) => metas.filter((meta) => meta.name === name).map(({ content }) => content)
  expect(values('citation_author')).toEqual(['王小明', '欧阳文', '古丽·买买提', '本刊课题组'])
  expect(values('citation_firstpage')).toEqual(['3'])
  expect(values('citation_publication_date')).toEqual(['2026/11/5'])
  expect(values('DC.creator')).toHaveLength(4)
  expect(linkedData).toMatchObject({
    '@type': 'ScholarlyArticle',
    headline: '所有的写法 <一>',
    pageStart: '3',
    identifier: 'https://doi.org/10.1234/all.1',
  })
})
