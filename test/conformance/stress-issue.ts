import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const sentence = (number: number) =>
  `第${number}段说的是第${number}件事，城市与园区、学校与工厂各有各的打算，名次只是其中一种说法，不能代替其余。`

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200" width="300" height="200"><path d="M0 200 300 0" stroke="#1a1a1a"/></svg>`

/** As tall as the type area, and to be set at full width. */
const tower = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 644 850" width="644" height="850"><rect x="2" y="2" width="640" height="846" fill="none" stroke="#1a1a1a" stroke-width="4"/><path d="M2 848 642 2" stroke="#1a1a1a"/></svg>`

const long = (characters: number): string =>
  Array.from({ length: 9 }, (_, index) => sentence(index))
    .join('')
    .slice(0, characters - 1) + '。'

/** A note of 400 characters is called where the first page would end without it; headings in a row, one-line items, a figure as tall as the page. */
function hardArticle(): string {
  const paragraph = (from: number): string => [0, 1, 2].map((step) => sentence(from + step)).join('')
  return [
    '---\ntitle: 页末的长注\nauthors: [{ name: 乙 }]\n---',
    ...Array.from({ length: 8 }, (_, index) => paragraph(index)),
    paragraph(8).replace('第9件事，城市与园区、学校与工厂各有各的打算，', '$&[^long]'),
    ...Array.from({ length: 4 }, (_, index) => paragraph(index + 9)),
    ...Array.from({ length: 9 }, (_, index) => paragraph(index + 30)),
    '## 一级标题',
    '### 其下的标题',
    '#### 再下的标题',
    ...Array.from({ length: 7 }, (_, index) => paragraph(index + 40)),
    '![高塔](figures/tower.svg "和页一样高"){#fig-tower .full}',
    '## 短列表',
    Array.from({ length: 90 }, (_, index) => `- 第${index}项`).join('\n'),
    '## 又一个标题',
    '### 紧跟的标题',
    ...Array.from({ length: 12 }, (_, index) => paragraph(index + 50)),
    `[^long]: ${long(400)}`,
  ].join('\n\n')
}

/** A figure or table after every second paragraph, thirty notes close together, a table of 120 rows, a long quotation. */
function article(): string {
  const blocks = Array.from({ length: 40 }, (_, index) => {
    const note = index < 30 ? `[^n${index}]` : ''
    const text = `${sentence(index)}${note}${sentence(index)}`
    if (index % 4 === 1) return `${text}\n\n![折线](figures/line.svg "第${index}幅图"){#fig-${index}}`
    if (index % 4 === 3)
      return `${text}\n\n:::table[第${index}张表]{#tab-${index}}\n| 甲 | 乙 |\n|---|---:|\n| 丙 | ${index} |\n:::`
    return text
  })
  const rows = Array.from({ length: 120 }, (_, index) => `| 城市${index + 1} | ${index * 7} | 说明${index} |`)
  const quotation = Array.from({ length: 25 }, (_, index) => `> ${sentence(index)}`).join('\n>\n')
  const list = Array.from({ length: 40 }, (_, index) => `${index + 1}. ${sentence(index)}`).join('\n')
  const notes = Array.from({ length: 30 }, (_, index) => `[^n${index}]: 注文${index}。${sentence(index)}`)
  return [
    '---\ntitle: 重压之下\nauthors: [{ name: 甲 }]\nreferences: [一部书, 又一部书]\n---',
    ...blocks,
    '## 长表',
    `:::table[一百二十行]{#tab-long}\n| 城市 | 数 | 说明 |\n|---|---:|---|\n${rows.join('\n')}\n:::`,
    '## 长引文',
    quotation,
    '## 长列表',
    list,
    ...notes,
  ].join('\n\n')
}

/** Writes an issue that is hard on pages and on readers, and gives its folder; whoever asked for it removes it. */
export async function writeStressIssue(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kanben-stress-'))
  await mkdir(join(folder, 'figures'))
  await writeFile(join(folder, 'figures/line.svg'), drawing)
  await writeFile(join(folder, 'figures/tower.svg'), tower)
  await writeFile(join(folder, '01-stress.md'), `${article()}\n`)
  await writeFile(join(folder, '02-again.md'), `${article().replace('重压之下', '又一篇')}\n`)
  await writeFile(join(folder, '03-hard.md'), `${hardArticle()}\n`)
  await writeFile(
    join(folder, 'issue.yaml'),
    'id: stress\nperiodical: { title: 样刊 }\nissue: { year: 2026, number: 1, date: 2026-01 }\n' +
      'contents:\n  - section: 栏目\n    articles: [01-stress.md, 02-again.md, 03-hard.md]\noutput: { ebook: true }\n',
  )
  return folder
}
