import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** Writes files into a fresh folder that goes when the test is over. */
export async function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kanben-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    const place = path.join(folder, name)
    await mkdir(path.dirname(place), { recursive: true })
    await writeFile(place, content)
  }
  return folder
}

/** A sound `issue.yaml` with these files in one section. */
export function issueYaml(articles: readonly string[], more = ''): string {
  const list = articles.map((name) => `      - ${name}\n`).join('')
  return `id: test\nperiodical: { title: 刊本 }\nissue: { year: 2026, date: 2026-11 }\n${more}contents:\n  - section: 栏目\n    articles:\n${list}`
}

export const soundArticle = '---\ntitle: 标题\n---\n\n正文。\n'
