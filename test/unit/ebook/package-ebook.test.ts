import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { afterEach, describe, expect, test } from 'vitest'
import { readContainer } from '../../../src/ebook/check/read-container.js'
import { formulaKey, formulasOf, packageEbook, streamEbook } from '../../../src/ebook/index.js'
import type { Asset, Publication } from '../../../src/issue/index.js'
import { specimen, specimenOptions } from './specimen.js'

async function filesOf(
  publication: Publication<Root>,
  options = specimenOptions(),
): Promise<ReadonlyMap<string, string>> {
  const entries = readContainer(await packageEbook(publication, options))
  return new Map(entries.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('utf8')]))
}

/** Any picture. */
const oneAsset: Asset = {
  path: 'p.png',
  mediaType: 'image/png',
  width: 1,
  height: 1,
  bytes: new Uint8Array(),
}

/** The specimen with the text of its first article replaced. */
function withText(html: string): Publication<Root> {
  const content = fromHtml(`<article id="a01-first">${html}</article>`, { fragment: true })
  return {
    ...specimen,
    parts: specimen.parts.map((part) => (part.id === 'a01-first' ? { ...part, content } : part)),
  }
}

async function articleOf(html: string): Promise<string> {
  const options = { ...specimenOptions(), pageBreaks: [], pagination: undefined }
  return (await filesOf(withText(html), options)).get('OEBPS/a01-first.xhtml') ?? ''
}

describe('the container', () => {
  afterEach(() => {
    delete process.env['TZ']
  })

  test('has the same bytes in every time zone', async () => {
    const books = []
    for (const zone of ['Asia/Shanghai', 'America/Los_Angeles']) {
      process.env['TZ'] = zone
      books.push(Buffer.from(await packageEbook(specimen, specimenOptions())))
    }
    expect(books[0]?.equals(books[1] ?? Buffer.alloc(0))).toBe(true)
  })

  test('begins with the mimetype, stores pictures and holds no folders', async () => {
    const entries = readContainer(await packageEbook(specimen, specimenOptions()))
    expect(entries.slice(0, 2).map(({ name }) => name)).toEqual(['mimetype', 'META-INF/container.xml'])
    const stored = entries.filter(({ method }) => method === 0).map(({ name }) => name)
    expect(stored).toEqual(['mimetype', 'OEBPS/images/cover.png', 'OEBPS/images/image.png'])
  })
})

describe('a stream of the container', () => {
  /** Pictures of 1 MB that say when they are read. */
  function heavy(read: string[]): Asset[] {
    return [1, 2, 3].map((number) => ({
      path: `figures/p${number}.png`,
      mediaType: 'image/png',
      width: 1,
      height: 1,
      get bytes() {
        read.push(this.path)
        return Buffer.alloc(1e6, number)
      },
    }))
  }

  test('reads one picture at a time, as its pieces are taken, and has the same bytes', async () => {
    const read: string[] = []
    const assets = new Map(heavy(read).map((asset) => [asset.path, asset]))
    const book = withText([...assets.keys()].map((path) => `<img src="${path}" alt="x">`).join(''))
    const options = {
      ...specimenOptions(),
      assets: new Map([...specimenOptions().assets, ...assets]),
      pageBreaks: [],
      pagination: undefined,
    }
    const pieces: Uint8Array[] = []
    let taken = 0
    for await (const piece of await streamEbook(book, options)) {
      // A picture stands in memory until its sum is known, and the next is not touched before it has gone.
      expect(read.length).toBeLessThanOrEqual(Math.floor(taken / 1e6) + 1)
      pieces.push(piece)
      taken += piece.length
    }
    expect(read).toEqual([...assets.keys()])
    expect(Buffer.concat(pieces).equals(await packageEbook(book, options))).toBe(true)
  })

  test('fails when a picture cannot be read', async () => {
    const broken = { path: 'figures/p.png', mediaType: 'image/png' as const, width: 1, height: 1 }
    const asset: Asset = {
      ...broken,
      get bytes(): Uint8Array {
        throw new Error('gone')
      },
    }
    const options = {
      ...specimenOptions(),
      assets: new Map([[asset.path, asset]]),
      coverImage: undefined,
      pageBreaks: [],
      pagination: undefined,
    }
    const parts = withText('<img src="figures/p.png" alt="x">').parts.filter(({ id }) => id === 'a01-first')
    await expect(packageEbook({ ...specimen, parts }, options)).rejects.toThrow('gone')
  })
})

describe('the package', () => {
  test('embeds only the fonts that the style sheet uses, also through custom properties', async () => {
    const files = await filesOf(specimen)
    expect([...files.keys()].filter((name) => name.includes('/fonts/'))).toEqual([
      'OEBPS/fonts/kb-mono-400.ttf',
    ])
    expect(files.get('OEBPS/style.css')).toMatch(
      /@font-face \{ font-family: "kb-mono"; .*url\(fonts\/kb-mono-400\.ttf\)/,
    )
  })

  test.each([
    ['<dc:language>zh-Hans</dc:language>'],
    ['<meta property="dcterms:modified">2026-11-01T00:00:00Z</meta>'],
    ['<dc:date>2026-11</dc:date>'],
    ['<dc:title id="title">刊本 2026年第11期</dc:title>'],
    ['>spn</meta>'],
    ['<meta refines="#author-1" property="file-as">Zhang San</meta>'],
    ['<meta refines="#editor-1" property="file-as">bian ji yi</meta>'],
    ['<dc:rights>版权所有</dc:rights>'],
    ['<dc:identifier>ISSN 1234-5679(2026)11</dc:identifier>'],
    ['<dc:subject>科技创新</dc:subject>'],
    ['<dc:source id="print">urn:issn:1234-5679</dc:source>'],
    ['<meta property="belongs-to-collection" id="periodical">刊本</meta>'],
    ['property="group-position">83</meta>'],
    ['property="source-of">pagination</meta>'],
    ['schema:accessibilityFeature">MathML</meta>'],
    ['href="images/cover.png" media-type="image/png" properties="cover-image"'],
  ])('says %s', async (text) => {
    expect((await filesOf(specimen)).get('OEBPS/content.opf')).toContain(text)
  })

  test('claims nothing that the content lacks', async () => {
    const plain = { ...specimen, parts: specimen.parts.filter(({ id }) => id === 'a02-second') }
    const options = {
      ...specimenOptions(),
      pagination: undefined,
      pageBreaks: undefined,
      coverImage: undefined,
    }
    const opf = (await filesOf(plain, options)).get('OEBPS/content.opf')
    expect(opf).not.toMatch(
      /MathML|visual|rubyAnnotations|pageBreakMarkers|source-of|cover-image|properties="svg"/,
    )
    expect(opf).toContain('<itemref idref="nav" linear="no">')
  })

  test('has one identifier for all revisions of an issue, and another for the next issue', async () => {
    const uid = async (id: string, modified: string) => {
      const next = { ...specimen, metadata: { ...specimen.metadata, id } }
      const files = await filesOf(next, { ...specimenOptions(), modified: new Date(modified) })
      return /urn:uuid:([\da-f-]{36})/.exec(files.get('OEBPS/content.opf') ?? '')?.[1]
    }
    expect(await uid('a', '2026-11-01')).toBe(await uid('a', '2026-12-01'))
    expect(await uid('a', '2026-11-01')).not.toBe(await uid('b', '2026-11-01'))
    expect(await uid('a', '2026-11-01')).toMatch(/^.{8}-.{4}-5.{3}-[89ab]/)
  })
})

describe('the navigation', () => {
  test('nests articles with their authors in sections, and headings in articles', async () => {
    const nav = (await filesOf(specimen)).get('OEBPS/toc.xhtml') ?? ''
    expect(nav).toContain(
      '<li><span>特别策划</span><ol><li><a href="a01-first.xhtml">从“跟跑”到《领跑》——一个副题<span class="authors">　张三 李四</span></a>' +
        '<ol><li><a href="a01-first.xhtml#sec-one">一、刊本的路径</a><ol><li><a href="a01-first.xhtml#sec-sub">（一）细目</a></li></ol></li>',
    )
  })

  test('lists pages, figures and tables', async () => {
    const nav = (await filesOf(specimen)).get('OEBPS/toc.xhtml') ?? ''
    expect(nav).toContain('<a href="a01-first.xhtml#page-2">2</a>')
    expect(nav).toContain('<a href="a01-first.xhtml#fig-x">图1　增长</a>')
    expect(nav).toContain('<a href="a02-second.xhtml#tab-y">表1　又一表</a>')
  })
})

describe('a document', () => {
  test.each([
    [
      'has no data attributes and no comments',
      '<p data-source="1:1-1:2" data-x="y">甲<!-- x --></p>',
      '<p>甲</p>',
    ],
    ['has no characters that XML forbids', '<p>甲\u0008乙\uFFFE丙</p>', '<p>甲乙丙</p>'],
    ['closes void elements alone', '<p>甲<br>乙<wbr></p><p></p>', '<p>甲<br/>乙<wbr/></p><p></p>'],
    ['states languages twice', '<p lang="en">x</p>', '<p lang="en" xml:lang="en">x</p>'],
    [
      'types the calls of notes',
      '<a role="doc-noteref" href="#n">①</a>',
      '<a role="doc-noteref" href="#n" epub:type="noteref">①</a>',
    ],
    [
      'gives pictures their size',
      '<img src="figures/growth.svg" alt="x">',
      '<img src="images/growth.svg" alt="x" width="40" height="20"/>',
    ],
    [
      'finds pictures with encoded names',
      '<img src="figures/%E8%8A%B1.png" alt="x">',
      '<img src="images/image.png" alt="x" width="1" height="1"/>',
    ],
    [
      'keeps the case and the name space of SVG',
      '<svg viewBox="0 0 1 1"></svg>',
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>',
    ],
    [
      'puts MathML in its name space and its source aside',
      '<math><semantics><mi>x</mi><annotation>x_1</annotation></semantics></math>',
      '<math xmlns="http://www.w3.org/1998/Math/MathML" alttext="x_1"><mi>x</mi></math>',
    ],
    [
      'makes an empty header an ordinary cell',
      '<table><tr><th scope="col"></th><th scope="col">甲</th></tr></table>',
      '<tr><td></td><th scope="col">甲</th></tr>',
    ],
    [
      'ends a caption with what follows it',
      '<figure><img src="figures/growth.svg" alt="x"><figcaption>甲</figcaption><div>乙</div></figure>',
      '<figcaption>甲<div>乙</div></figcaption></figure>',
    ],
  ])('%s', async (_, html, expected) => {
    expect(await articleOf(html)).toContain(expected)
  })

  test('with a picture that the issue lacks is a fault of ours', async () => {
    await expect(articleOf('<img src="no.png" alt="x">')).rejects.toThrow(/no asset/)
  })
})

describe('options', () => {
  test('a vertical book turns its pages to the right', async () => {
    const files = await filesOf(specimen, { ...specimenOptions(), writingMode: 'vertical-rl' })
    expect(files.get('OEBPS/content.opf')).toContain('page-progression-direction="rtl"')
    expect(files.get('OEBPS/style.css')).toContain(' writing-mode: vertical-rl')
    expect((await filesOf(specimen)).get('OEBPS/style.css')).not.toContain('vertical-rl')
  })

  test('an ONIX record is linked, and says what the package says', async () => {
    const files = await filesOf(specimen, { ...specimenOptions(), onix: true })
    expect(files.get('OEBPS/content.opf')).toContain(
      '<link rel="record" href="onix.xml" media-type="application/xml" properties="onix"/>',
    )
    expect(files.get('OEBPS/content.opf')).not.toMatch(/<item [^>]*onix/)
    const onix = files.get('OEBPS/onix.xml') ?? ''
    for (const text of [
      '<ProductIDType>06</ProductIDType><IDValue>10.1234/kanben.2026.11</IDValue>',
      '<ProductForm>ED</ProductForm><ProductFormDetail>E101</ProductFormDetail>',
      '<ProductFormFeatureValue>15</ProductFormFeatureValue>',
      '<CollectionIDType>02</CollectionIDType><IDValue>12345679</IDValue>',
      '<PartNumber>2026年第11期</PartNumber><TitleText>刊本</TitleText>',
      '<TitleText>刊本 2026年第11期</TitleText><Subtitle>专题 &#x26; 标题</Subtitle>',
      '<ContributorRole>A01</ContributorRole><PersonName>张三</PersonName><PersonNameInverted>Zhang San</PersonNameInverted>',
      '<ExtentValue>4</ExtentValue>',
      '<Date dateformat="01">202611</Date>',
    ])
      expect(onix).toContain(text)
    expect((await filesOf(specimen)).has('OEBPS/onix.xml')).toBe(false)
  })

  test('formulas have a picture for readers without MathML', async () => {
    const math = formulasOf(specimen.parts[2]?.content ?? { type: 'root', children: [] })
    expect(math).toHaveLength(2)
    const picture = { ...oneAsset, path: 'drawn://formula-1.png', width: 32, height: 24 }
    const files = await filesOf(specimen, {
      ...specimenOptions(),
      formulas: new Map([[math[0] ? formulaKey(math[0]) : '', { asset: picture, depth: 0.5 }]]),
    })
    const article = files.get('OEBPS/a01-first.xhtml') ?? ''
    expect(article).toMatch(
      /<span class="formula"><math [^>]*altimg="images\/formula-1\.png" altimg-height="1\.500em" altimg-valign="-0\.500em"[^>]*>.*?<\/math><img class="formula-picture" src="images\/formula-1\.png" alt="[^"]*" style="height: 1\.500em; width: auto; vertical-align: -0\.500em" width="32" height="24"\/><\/span>/s,
    )
    expect(article.match(/<math /g)).toHaveLength(2)
    expect(files.get('OEBPS/style.css')).toContain('@supports (math-style: compact)')
    expect(files.has('OEBPS/images/formula-1.png')).toBe(true)
  })

  test('notes for 多看 stay notes for all others', async () => {
    const files = await filesOf(specimen, { ...specimenOptions(), duokan: true })
    const article = files.get('OEBPS/a01-first.xhtml')
    expect(article).toContain(
      '<a class="note-call duokan-footnote" role="doc-noteref" id="call-1" href="#note-1"',
    )
    expect(article).toContain(
      'role="doc-footnote"><ol class="duokan-footnote-content"><li class="duokan-footnote-item" id="note-1">',
    )
  })
})

test('the issue has its DOI and its own subjects before its articles’ keywords', async () => {
  const opf = new TextDecoder().decode(
    readContainer(await packageEbook(specimen, specimenOptions())).find(
      ({ name }) => name === 'OEBPS/content.opf',
    )?.bytes,
  )
  expect(opf).toContain('<dc:identifier>doi:10.1234/kanben.2026.11</dc:identifier>')
  expect(opf).toContain('<dc:subject>科技创新</dc:subject><dc:subject>创新</dc:subject>')
})
