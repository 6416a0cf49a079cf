import { transform } from '../../../src/hypertext/index.js'
import type { Hypertext, Issue } from '../../../src/issue/index.js'
import { parse } from '../../../src/markdown/index.js'
import { articleOf } from '../markdown/article-of.js'

/** An issue of one article per text: `01.md` with the id `a1`, and so on. */
export function issueOf(...texts: readonly string[]): Issue<Hypertext> {
  const articles = texts.map((text, index) =>
    articleOf(text, {
      path: `0${index + 1}.md`,
      id: `a${index + 1}`,
      metadata: {
        title: `题${index + 1}《书》`,
        authors: [{ name: '编辑部' }],
        references: [{ id: 'r', text: 'R' }],
      },
    }),
  )
  const [first] = articles
  if (!first) throw new Error('an issue has an article')
  const metadata: Issue<unknown>['metadata'] = {
    id: 'test',
    language: 'zh-Hans-CN',
    theme: 'journal',
    periodical: { title: '刊' },
    issue: { year: 2026, date: { year: 2026 } },
    output: { reading: true, ebook: true },
  }
  return transform(parse({ root: '/', file: first.file, metadata, articles }))
}
