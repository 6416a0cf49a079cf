import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import type { Heading, Nodes, Paragraph, Parents, Root } from 'mdast'
import type { ContainerDirective, TextDirective } from 'mdast-util-directive'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { defListFromMarkdown } from 'mdast-util-definition-list'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { mathFromMarkdown } from 'mdast-util-math'
import { defList } from 'micromark-extension-definition-list'
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough'
import { directive } from 'micromark-extension-directive'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import { math } from 'micromark-extension-math'
import { parse as parseYaml } from 'yaml'

/**
 * A piece of an article's text in reading order.
 *
 * - `text`: the author's words
 * - `label`: words that the build makes and that are known: 图1, ①, [1], （1）, “heading”, ☑
 * - `call`: ① and the like, with the index of its note among `notes`, and whether it is the note's first call
 * - `number`: any number; a comparison that does not know it puts it in a mark's place
 * - `page`: 第N页, whose number only the printed file knows
 * - `math`: a formula; how its MathML reads is not compared
 * - `ruby`: a base with its annotation
 */
export type Segment =
  | { readonly kind: 'text' | 'label'; readonly text: string }
  | { readonly kind: 'call'; readonly text: string; readonly note: number; readonly isFirst: boolean }
  | { readonly kind: 'page' }
  | { readonly kind: 'number' }
  | { readonly kind: 'math'; readonly tex: string }
  | { readonly kind: 'ruby'; readonly base: string; readonly annotation: string }

export interface ManuscriptFile {
  /** As `issue.yaml` lists it. */
  readonly path: string
  readonly text: string
}

/** What an article says, read from its Markdown without any of the build's own code. */
export interface ManuscriptText {
  readonly path: string
  readonly body: readonly Segment[]
  /** Figures and tables, which may stand elsewhere in print: the segments of `body` that each is, and its pictures. */
  readonly floats: readonly ManuscriptFloat[]
  /** In order of their first call; each begins with its mark. */
  readonly notes: readonly (readonly Segment[])[]
  /** 参考文献, one text each. */
  readonly references: readonly string[]
  /** Long descriptions of figures, which print does not show. */
  readonly descriptions: readonly (readonly Segment[])[]
  /** Every other text of the metadata by its key: `title`, `abstract`, `authors.name` … */
  readonly metadata: ReadonlyMap<string, readonly string[]>
}

/** Segments `from` to before `to` of the body. */
export interface ManuscriptFloat {
  readonly from: number
  readonly to: number
  /** Paths as the manuscript writes them. */
  readonly pictures: readonly string[]
}

/** The texts of an issue's articles; all are needed, because references lead from one to another. */
export function manuscriptText(files: readonly ManuscriptFile[]): ManuscriptText[] {
  const articles = files.map(readArticle)
  return articles.map((article) => new Walk(article, articles).text())
}

/** Characters as they are compared: NFKC, and no white space of any kind. */
export function normalise(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b\u00ad\ufeff]+/gu, '')
}

interface ReadArticle {
  readonly path: string
  readonly source: string
  readonly tree: Root
  readonly yaml: Record<string, unknown>
  /** What a reference to an id reads. */
  readonly labels: ReadonlyMap<string, string>
}

function readArticle({ path, text }: ManuscriptFile): ReadArticle {
  const block = text.match(/^---\n([^]*?)\n---(?:\n|$)/)
  // The block's lines stay, empty, so that offsets are those of the file.
  const source = block ? block[0].replace(/[^\n]/g, ' ') + text.slice(block[0].length) : text
  const tree = fromMarkdown(source, {
    extensions: [
      gfmTable(),
      gfmFootnote(),
      gfmTaskListItem(),
      cjkFriendlyExtension(),
      gfmStrikethroughCjkFriendly({ singleTilde: false }),
      directive(),
      math(),
      defList,
    ],
    mdastExtensions: [
      gfmTableFromMarkdown(),
      gfmFootnoteFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
      directiveFromMarkdown(),
      mathFromMarkdown(),
      defListFromMarkdown,
    ],
  })
  const yaml: unknown = block ? parseYaml(block[1] ?? '') : {}
  const article = { path, source, tree, yaml: isRecord(yaml) ? yaml : {}, labels: new Map<string, string>() }
  collectLabels(article)
  return article
}

/** Numbers figures, tables and formulas in reading order and keeps what references to them read. */
function collectLabels({ tree, labels, source }: ReadArticle & { labels: Map<string, string> }): void {
  const counts = { figure: 0, table: 0, equation: 0 }
  walk(tree, (node) => {
    if (node.type === 'heading') {
      const id = source
        .slice(offset(node.position?.start), offset(node.position?.end))
        .match(/\{#([\w-]+)[^{}]*\}\s*$/)?.[1]
      if (id)
        labels.set(
          id,
          quoted(
            plain(node, source)
              .replace(/\{#[^{}]*\}\s*$/, '')
              .trim(),
          ),
        )
    } else if (node.type === 'paragraph') {
      const image = loneImage(node)
      if (image?.title) {
        const number = `图${++counts.figure}`
        if (image.id) labels.set(image.id, number)
      }
    } else if (node.type === 'containerDirective') {
      const id = node.attributes?.['id']
      const label = labelParagraph(node)
      if ((node.name === 'figure' || node.name === 'table') && label) {
        const number = `${node.name === 'figure' ? '图' : '表'}${++counts[node.name]}`
        labels.set(id ?? `${node.name} ${counts[node.name]}`, number)
      } else if (id && node.name === 'box') labels.set(id, quoted(label ? plain(label, source) : ''))
    } else if (node.type === 'math') {
      const id = node.meta?.match(/#([\w-]+)/)?.[1]
      if (id) labels.set(id, `式（${++counts.equation}）`)
    }
  })
}

/** One walk over one article. */
class Walk {
  readonly #article: ReadArticle
  readonly #all: readonly ReadArticle[]
  #segments: Segment[] = []
  readonly #called: string[] = []
  readonly #floats: ManuscriptFloat[] = []
  readonly #descriptions: Segment[][] = []
  readonly #counts = { figure: 0, table: 0, equation: 0 }
  #sections: number[] = []

  constructor(article: ReadArticle, all: readonly ReadArticle[]) {
    this.#article = article
    this.#all = all
  }

  text(): ManuscriptText {
    const { path, tree, yaml } = this.#article
    const body = this.#gather(tree)
    const definitions = new Map<string, Nodes>()
    walk(tree, (node) => {
      if (node.type === 'footnoteDefinition' && !definitions.has(node.identifier))
        definitions.set(node.identifier, node)
    })
    const notes: Segment[][] = []
    // A note that calls another makes the list longer.
    for (const identifier of this.#called) {
      const definition = definitions.get(identifier)
      const mark: Segment = { kind: 'label', text: markOf(notes.length + 1) }
      notes.push([])
      const children = definition && 'children' in definition ? definition.children : []
      notes[notes.length - 1] = [mark, ...this.#gather({ type: 'root', children: children })]
    }
    return {
      path,
      body,
      floats: this.#floats,
      notes,
      descriptions: this.#descriptions,
      references: referencesOf(yaml),
      metadata: metadataOf(yaml),
    }
  }

  #gather(tree: Root): Segment[] {
    const outer = this.#segments
    this.#segments = []
    this.#children(tree)
    const gathered = this.#segments
    this.#segments = outer
    return gathered
  }

  #say(text: string): void {
    if (normalise(text) !== '') this.#segments.push({ kind: 'text', text })
  }

  #label(text: string): void {
    this.#segments.push({ kind: 'label', text })
  }

  #children(node: Parents): void {
    for (const [index, child] of node.children.entries()) this.#node(child, node.children[index - 1])
  }

  #node(node: Nodes, before: Nodes | undefined): void {
    const { source } = this.#article
    switch (node.type) {
      case 'text':
        return this.#textOf(node, before)
      case 'inlineCode':
      case 'code':
        return this.#say(node.value)
      case 'html':
        return this.#say(textOfHtml(node.value))
      case 'inlineMath':
        this.#segments.push({ kind: 'math', tex: node.value })
        return
      case 'math':
        this.#segments.push({ kind: 'math', tex: node.value })
        if (/#[\w-]+/.test(node.meta ?? '')) this.#label(`（${++this.#counts.equation}）`)
        return
      case 'footnoteReference':
        return this.#call(node.identifier)
      case 'footnoteDefinition':
      case 'definition':
      case 'yaml':
      case 'image':
      case 'imageReference':
        return
      case 'heading': {
        this.#headingNumber(node)
        const last = node.children.at(-1)
        for (const child of node.children) {
          if (child === last && child.type === 'text') {
            this.#textOf({ ...child, value: child.value.replace(/\s*\{[#.][^{}]*\}\s*$/, '') }, undefined)
          } else this.#node(child, undefined)
        }
        return
      }
      case 'paragraph': {
        const image = loneImage(node)
        if (!image) return this.#children(node)
        return this.#float(node, () => {
          if (image.title) this.#caption('figure', () => this.#say(image.title ?? ''), image.english)
        })
      }
      case 'listItem':
        if (typeof node.checked === 'boolean') this.#label(node.checked ? '☑' : '☐')
        return this.#children(node)
      case 'link':
        if (node.children.length > 0 || /^[a-z]+:/i.test(node.url)) return this.#children(node)
        return this.#label(this.#referenceTo(node.url))
      case 'textDirective':
        return this.#textDirective(node, source)
      case 'containerDirective':
        return this.#container(node)
      default:
        if ('children' in node) this.#children(node)
    }
  }

  /** Text with its ruby; attributes behind a picture are not text. */
  #textOf(node: { value: string; position?: Nodes['position'] }, before: Nodes | undefined): void {
    let { value } = node
    if (before?.type === 'image') value = value.replace(/^\{[#.\w][^{}]*\}/, '')
    const written = this.#article.source.slice(offset(node.position?.start), offset(node.position?.end))
    let done = 0
    for (const match of value.matchAll(/\{([^{}|\n]+)\|([^{}|\n]+)\}/g)) {
      if (written.includes(`\\${match[0]}`)) continue
      this.#say(value.slice(done, match.index))
      this.#segments.push({ kind: 'ruby', base: match[1] ?? '', annotation: match[2] ?? '' })
      done = match.index + match[0].length
    }
    this.#say(value.slice(done))
  }

  /** 一、（一）1. (1) ①, or 1, 1.1, where the metadata ask for it and no number is typed. */
  #headingNumber(node: Heading): void {
    const style = this.#article.yaml['heading-numbers']
    const depth = node.depth - 1
    this.#sections = [...this.#sections, ...Array<number>(6).fill(0)].slice(0, Math.max(1, depth))
    const count = (this.#sections[depth - 1] = (this.#sections[depth - 1] ?? 0) + 1)
    const typed = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+(?:\.\d+)*[.．、\s])/
    if (style === undefined || typed.test(plain(node, this.#article.source))) return
    if (style === 'decimal') return this.#label(this.#sections.join('.'))
    const han = [...'一二三四五六七八九十'][count - 1] ?? '？'
    this.#label([`${han}、`, `（${han}）`, `${count}.`, `(${count})`, markOf(count)][depth - 1] ?? '')
  }

  #call(identifier: string): void {
    const isFirst = !this.#called.includes(identifier)
    if (isFirst) this.#called.push(identifier)
    const note = this.#called.indexOf(identifier)
    this.#segments.push({ kind: 'call', text: markOf(note + 1), note, isFirst })
  }

  #textDirective(node: TextDirective, source: string): void {
    const written = source.slice(offset(node.position?.start), offset(node.position?.end))
    if (!/^:(?:name|book|gezhu|lang|cite|page)[[{]/.test(written)) {
      const first = node.children[0]
      const last = node.children.at(-1)
      if (!first || !last) return this.#say(written)
      this.#say(source.slice(offset(node.position?.start), offset(first.position?.start)))
      this.#children(node)
      this.#say(source.slice(offset(last.position?.end), offset(node.position?.end)))
    } else if (node.name === 'page') this.#segments.push({ kind: 'page' })
    else if (node.name === 'cite') this.#label(this.#citation(plain(node, source)))
    else this.#children(node)
  }

  #citation(ids: string): string {
    const { yaml } = this.#article
    const known = (Array.isArray(yaml['references']) ? yaml['references'] : []).map((entry: unknown) =>
      isRecord(entry) ? String(entry['id']) : '',
    )
    const numbers = ids.split(/[\s,，;；、]+/).map((id) => known.indexOf(id) + 1)
    const runs: number[][] = []
    for (const number of numbers.toSorted((a, b) => a - b)) {
      const last = runs.at(-1)
      if (last && last.at(-1) === number - 1) last.push(number)
      else runs.push([number])
    }
    return `[${runs.map((run) => (run.length > 1 ? `${run[0]}-${run.at(-1)}` : `${run[0]}`)).join(',')}]`
  }

  #float(node: Nodes, say: () => void): void {
    const from = this.#segments.length
    const before = this.#floats.length
    say()
    // A picture in a figure's own block is part of it.
    this.#floats.length = before
    const pictures: string[] = []
    walk(node, (child) => {
      if (child.type === 'image') pictures.push(child.url)
    })
    this.#floats.push({ from, to: this.#segments.length, pictures })
  }

  #container(node: ContainerDirective): void {
    if (node.name === 'figure' || node.name === 'table') return this.#float(node, () => this.#contents(node))
    if (node.name === 'description') return this.#description(node)
    this.#contents(node)
  }

  #description(node: ContainerDirective): void {
    const from = this.#segments.length
    this.#contents(node)
    this.#descriptions.push(this.#segments.splice(from))
  }

  #contents(node: ContainerDirective): void {
    const label = labelParagraph(node)
    const rest = node.children.filter((child) => child !== label)
    if (node.name === 'figure' || node.name === 'table') {
      const isTable = (child: Nodes): boolean =>
        child.type === 'table' || (child.type === 'html' && child.value.includes('<t'))
      const say = (): void => this.#children(label ?? { type: 'paragraph', children: [] })
      if (label) this.#caption(node.name, say, node.attributes?.['caption-en'] ?? undefined)
      for (const child of rest.filter(isTable)) this.#node(child, undefined)
      for (const child of rest.filter((each) => !isTable(each))) this.#node(child, undefined)
      return
    }
    if (label) this.#children(label)
    for (const child of rest) this.#node(child, undefined)
  }

  #caption(kind: 'figure' | 'table', say: () => void, english: string | undefined): void {
    this.#label(`${kind === 'figure' ? '图' : '表'}${++this.#counts[kind]}`)
    say()
    if (english) this.#say(english)
  }

  #referenceTo(url: string): string {
    const [file = '', id] = url.split('#')
    const folder = this.#article.path.split('/').slice(0, -1).join('/')
    const path =
      file === '' ? this.#article.path : [folder, decodeURIComponent(file)].filter(Boolean).join('/')
    const article = this.#all.find((each) => each.path === path)
    return id === undefined
      ? `《${String(article?.yaml['title']).replace(/《/g, '〈').replace(/》/g, '〉')}》`
      : (article?.labels.get(id) ?? '？')
  }
}

function quoted(title: string): string {
  return `“${title.replace(/“/g, '‘').replace(/”/g, '’').replace(/"/g, "'")}”`
}

function walk(node: Nodes, visit: (node: Nodes) => void): void {
  visit(node)
  if ('children' in node) for (const child of node.children) walk(child, visit)
}

function plain(node: Nodes, source: string): string {
  if (node.type === 'text') return node.value.replace(/\{([^{}|]+)\|[^{}|]+\}/g, '$1')
  if (node.type === 'footnoteReference') return ''
  if (
    node.type === 'textDirective' &&
    node.name !== 'name' &&
    node.name !== 'book' &&
    node.name !== 'lang' &&
    node.name !== 'gezhu'
  ) {
    if (node.name === 'cite' || node.name === 'page') {
      return source
        .slice(offset(node.position?.start), offset(node.position?.end))
        .replace(/^:\w+\[|\]$/g, '')
    }
    if (node.children.length === 0)
      return source.slice(offset(node.position?.start), offset(node.position?.end))
  }
  if ('value' in node && node.type !== 'html') return node.value
  return 'children' in node ? node.children.map((child) => plain(child, source)).join('') : ''
}

function loneImage(
  node: Paragraph,
): { readonly id?: string; readonly title?: string; readonly english?: string } | undefined {
  const [image, after, ...others] = node.children.filter(
    (child) => !(child.type === 'text' && child.value.trim() === ''),
  )
  if (image?.type !== 'image' || others.length > 0) return undefined
  if (after && !(after.type === 'text' && /^\{(?:[#.]|[\w-]+=)[^{}]*\}\s*$/.test(after.value)))
    return undefined
  const attributes = after?.type === 'text' ? after.value : ''
  const id = attributes.match(/#([\w-]+)/)?.[1]
  const english = attributes.match(/caption-en="([^"]*)"/)?.[1]
  return {
    ...(id ? { id } : {}),
    ...(image.title ? { title: image.title } : {}),
    ...(english ? { english } : {}),
  }
}

function labelParagraph(node: ContainerDirective): Paragraph | undefined {
  const [first] = node.children
  return first?.type === 'paragraph' && first.data && 'directiveLabel' in first.data ? first : undefined
}

/** Of a quotation the marks are text. */
function textOfHtml(html: string): string {
  return html
    .replace(/<!--[^]*?-->/g, '')
    .replace(/<q\b[^>]*>/g, '“')
    .replace(/<\/q>/g, '”')
    .replace(/<[^>]*>/g, '')
    .replace(/&([A-Za-z0-9]+);/g, (whole, name: string) => decodeNamedCharacterReference(name) || whole)
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
}

function markOf(number: number): string {
  const marks = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿'
  return marks[number - 1] ?? `(${number})`
}

function referencesOf(yaml: Record<string, unknown>): string[] {
  const references = Array.isArray(yaml['references']) ? yaml['references'] : []
  return references.map((entry: unknown) => (isRecord(entry) ? String(entry['text']) : String(entry)))
}

function metadataOf(yaml: Record<string, unknown>): Map<string, string[]> {
  const texts = new Map<string, string[]>()
  const add = (key: string, value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) add(key, each)
    else if (isRecord(value)) for (const [inner, each] of Object.entries(value)) add(`${key}.${inner}`, each)
    else if (value !== null && value !== undefined)
      texts.set(key, [...(texts.get(key) ?? []), typeof value === 'string' ? value : JSON.stringify(value)])
  }
  for (const [key, value] of Object.entries(yaml)) if (key !== 'references') add(key, value)
  return texts
}

function offset(point: { readonly offset?: number | undefined } | undefined): number {
  return point?.offset ?? 0
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
