import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { variedParagraphs } from './varied-text.js'

/** Paragraphs of one article of about eight pages. */
const perArticle = 72

/** The varied text of about so many pages: paragraphs by article. */
export function variedArticles(pages: number): string[][] {
  const articles = Math.max(1, Math.round(pages / 8))
  return Array.from({ length: articles }, (_, i) => variedParagraphs(perArticle, i + 1))
}

/** Writes the texts as an issue in a folder of its own, with the journal's theme and its lines or the browser's. */
export function writeVariedIssue(
  root: string,
  texts: readonly (readonly string[])[],
  by: 'composer' | 'browser',
): void {
  mkdirSync(root, { recursive: true })
  cpSync(resolve('templates/journal'), join(root, 'theme'), { recursive: true })
  const theme = readFileSync(join(root, 'theme/theme.yaml'), 'utf8')
  writeFileSync(join(root, 'theme/theme.yaml'), theme.replace('lines: { by: composer', `lines: { by: ${by}`))
  const names = texts.map((paragraphs, i) => {
    const name = `${String(i).padStart(3, '0')}.md`
    writeFileSync(join(root, name), `---\ntitle: 第${i + 1}篇\n---\n\n${paragraphs.join('\n\n')}\n`)
    return name
  })
  writeFileSync(
    join(root, 'issue.yaml'),
    `id: lines
theme: ./theme
periodical: { title: 刊本 }
issue: { year: 2026, number: 11, date: 2026-11 }
contents:
  - section: 文
    articles: [${names.join(', ')}]
`,
  )
}
