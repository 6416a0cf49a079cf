import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import { toString } from 'hast-util-to-string'
import type { Root } from 'hast'
import subsetFont from 'subset-font'
import type { Assets, PageGeometry, Part, Publication, SubsetFace } from '../../../src/issue/index.js'

/** A part from a line of HTML. */
export function part(id: string, html: string, rest: Partial<Part<Root>> = {}): Part<Root> {
  return {
    id,
    kind: 'article',
    title: id,
    start: 'page',
    content: fromHtml(html, { fragment: true }),
    ...rest,
  }
}

export function publicationOf(parts: readonly Part<Root>[]): Publication<Root> {
  return {
    edition: 'print',
    parts,
    metadata: {
      id: 'sample-2026-11',
      language: 'zh-Hans-CN',
      theme: 'journal',
      periodical: { title: '刊本', publisher: '刊本编辑部' },
      issue: { year: 2026, volume: 7, number: 11, totalNumber: 83, date: { year: 2026, month: 11 } },
      feature: { title: '样刊专题' },
      output: { reading: true, ebook: true },
    },
  }
}

/** 210 × 285 mm on a sheet of 800 × 1080 px. */
export const geometry: PageGeometry = {
  trimWidthMm: 210,
  trimHeightMm: 285,
  bleedMm: 3,
  bodySize: 14,
  characters: 21,
  lines: 40,
  columns: 2,
  columnGap: 2,
  pitch: 22,
  marginTop: 96,
  marginInner: 90,
  sheetWidth: 800,
  sheetHeight: 1080,
}

export const css = `body { margin: 0; font: 14px/22px kb-song; text-align: justify }
p { margin: 0; text-indent: 2em } h1, h2 { font-weight: 700; margin: 0 0 22px; font-size: 20px; line-height: 33px }
.part-article { columns: 2; column-gap: 28px; column-fill: auto } h1 { column-span: all }`

export const pageRules = `@page { size: 800px 1080px; margin: 96px 90px;
  @bottom-center { content: counter(page); font: 12px kb-song } }`

/** A paragraph of `count` characters that says where it stands. */
export function paragraph(label: string, count: number): string {
  const text = '这是一段用来铺满版面的文字，每一段都说明自己的位置。'
  return `<p>${label}${text.repeat(Math.ceil(count / text.length)).slice(0, count)}</p>`
}

/** Cover, contents, three articles in two sections, colophon. */
export function samplePublication(): Publication<Root> {
  const articles = [
    part('a00-note', `<article id="a00-note"><h1>编者按</h1>${paragraph('甲', 700)}</article>`, {
      title: '编者按',
    }),
    part(
      'a01-x',
      `<article id="a01-x"><h1>第一篇</h1><h2 id="a01-x--h">小标题<a class="note-call">①</a></h2>${paragraph('乙', 4000)}
       <p>见<a class="page-reference" href="#a02-y" data-page-of="a02-y">第<span class="page-number">0</span>页</a>。</p></article>`,
      { title: '第一篇', section: '特别策划' },
    ),
    part('a02-y', `<article id="a02-y"><h1>第二篇</h1>${paragraph('丙', 2500)}</article>`, {
      title: '第二篇',
      section: '特别策划',
      start: 'recto',
    }),
  ]
  const list = articles
    .map(
      ({ id, title }) =>
        `<li><a href="#${id}">${title}</a> <span class="page-number" data-page-of="${id}">0</span></li>`,
    )
    .join('')
  return publicationOf([
    part('cover', '<h1>刊本</h1>', { kind: 'cover', title: '封面' }),
    part('contents', `<h1>目次</h1><ol>${list}</ol>`, { kind: 'contents', title: '目次' }),
    ...articles,
    part('colophon', '<h1>版权页</h1><p>刊本编辑部</p>', { kind: 'colophon', title: '版权页' }),
  ])
}

const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'))

/** Two weights of one family, cut down to a publication. */
export async function sampleFaces(publication: Publication<Root>): Promise<SubsetFace[]> {
  const text = `${publication.parts.map((one) => toString(one.content)).join('')}0123456789abcdefghijklmnopqrstuvwxyz. `
  return Promise.all(
    (['400Regular', '700Bold'] as const).map(async (style) => ({
      family: 'kb-song',
      weight: Number.parseInt(style, 10),
      style: 'normal' as const,
      fileName: `song-${style}.ttf`,
      bytes: await subsetFont(readFileSync(`${fonts}/${style}/NotoSerifSC_${style}.ttf`), text, {
        targetFormat: 'truetype',
      }),
    })),
  )
}

export const noAssets: Assets = new Map()
