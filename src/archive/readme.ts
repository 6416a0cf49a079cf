import { textFile, type ArchiveFile } from './archive-file.js'

/** What the README says about an issue. */
export interface ReadmeFacts {
  /** 刊名 and number. */
  readonly title: string
  readonly id: string
  readonly producer: string
  /** Whether the press PDF is in it. */
  readonly press: boolean
}

/** The README in both languages, for whoever opens the bag without this program. */
export function readmes(facts: ReadmeFacts): ArchiveFile[] {
  return [textFile('README.md', english(facts)), textFile('README.zh-CN.md', chinese(facts))]
}

function english({ title, id, producer, press }: ReadmeFacts): string {
  return `# ${title}

This folder is one issue of a periodical, packed for keeping. Chinese: README.zh-CN.md.

You need no special program to read it:

| what | where | opens with |
|---|---|---|
| the pages as printed | \`reading/${id}.pdf\` | any PDF reader |${press ? `\n| the same in ink, as the printer got it (PDF/X-4) | \`press/${id}-press.pdf\` | any PDF reader |` : ''}
| the issue as web pages | \`web/index.html\` | any browser, no network needed |
| the issue as an ebook | \`ebook/${id}.epub\` | any EPUB 3 reader; inside it is a ZIP of XHTML |
| the manuscripts and pictures as they were | \`manuscript/\` | any text editor: Markdown and YAML in UTF-8, pictures as SVG, PNG, JPEG, GIF, WebP |
| every article as XML | \`records/jats/\` | JATS 1.3 Journal Publishing (ANSI/NISO Z39.96-2021); links to pictures are relative to \`manuscript/\` |
| the issue's data | \`records/issue.json\` | described by \`records/issue.schema.json\` (JSON Schema 2020-12) |
| catalogue records | \`records/dublin-core.xml\`, \`records/citations.*\`, \`records/crossref.xml\` | Dublin Core; RIS, BibTeX, CSL-JSON, GB/T 7714; Crossref 5.3.1, only when the articles have DOIs |
| how all this was made | \`build.json\` | versions, digests of fonts, options, and names that had to be changed |

## Is it whole?

The folder above this one is a BagIt 1.0 bag (RFC 8493). \`manifest-sha256.txt\` and \`manifest-sha512.txt\` list the checksum of
every file here. On any system with the usual tools, in the folder above this one:

    sha512sum -c manifest-sha512.txt
    sha512sum -c tagmanifest-sha512.txt

## Making it again

The issue was made by ${producer}, free software under the MIT licence, from \`manuscript/\` alone. With that version
and the environment in \`build.json\`, \`kanben verify BAG\` builds the issue again and compares every byte. If file names were
changed for the archive, \`build.json\` has the original ones under \`renamed\`.
`
}

function chinese({ title, id, producer, press }: ReadmeFacts): string {
  return `# ${title}

本文件夹是一期期刊的完整存档。English: README.md。

不需要专用软件即可阅读：

| 内容 | 位置 | 用什么打开 |
|---|---|---|
| 印刷版面 | \`reading/${id}.pdf\` | 任何 PDF 阅读器 |${press ? `\n| 交付印刷的文件（PDF/X-4） | \`press/${id}-press.pdf\` | 任何 PDF 阅读器 |` : ''}
| 网页版 | \`web/index.html\` | 任何浏览器，不需联网 |
| 电子书 | \`ebook/${id}.epub\` | 任何 EPUB 3 阅读器；本身是装着 XHTML 的 ZIP |
| 稿件和图片原样 | \`manuscript/\` | 任何文本编辑器：UTF-8 的 Markdown 和 YAML；图片为 SVG、PNG、JPEG、GIF、WebP |
| 每篇文章的 XML | \`records/jats/\` | JATS 1.3 期刊出版标签集（ANSI/NISO Z39.96-2021）；图片路径相对于 \`manuscript/\` |
| 本期的数据 | \`records/issue.json\` | 说明见 \`records/issue.schema.json\`（JSON Schema 2020-12） |
| 编目与引用 | \`records/dublin-core.xml\`、\`records/citations.*\`、\`records/crossref.xml\` | 都柏林核心；RIS、BibTeX、CSL-JSON、GB/T 7714；Crossref 5.3.1（文章有 DOI 时才有） |
| 制作记录 | \`build.json\` | 版本、字体校验值、选项、改过的文件名 |

## 是否完整

上一层文件夹是 BagIt 1.0 存档包（RFC 8493）。\`manifest-sha256.txt\` 和 \`manifest-sha512.txt\` 列出这里每个文件的校验值。在上一层
文件夹里用系统自带的工具即可核对：

    sha512sum -c manifest-sha512.txt
    sha512sum -c tagmanifest-sha512.txt

## 重新生成

本期由 ${producer}（MIT 许可证的自由软件）只凭 \`manuscript/\` 生成。用同一版本、\`build.json\` 所记的环境，\`kanben verify 存档包\`
会重新生成本期并逐字节比较。若为存档改过文件名，原名记在 \`build.json\` 的 \`renamed\` 里。
`
}
