import type { Element, ElementContent, Properties } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { PageHead } from './page-head.js'

/** Everything around a page's own text. */
export interface PageFrame {
  /** BCP 47. */
  readonly language: string
  /** Of the window. */
  readonly title: string
  /** 刊名 and number: the link to the contents page. */
  readonly issueTitle: string
  readonly head: PageHead
  /** Files of the page's citations, by label. */
  readonly citationFiles: readonly {
    readonly label: string
    readonly mediaType: string
    readonly name: string
  }[]
  /** Pages before and after, as links. */
  readonly previous?: PageLink | undefined
  readonly next?: PageLink | undefined
  /** Absent on the contents page itself. */
  readonly home?: string | undefined
}

export interface PageLink {
  readonly href: string
  readonly title: string
}

/** One page of the site: HTML without scripts, everything it needs beside it. */
export function htmlPage(frame: PageFrame, content: readonly ElementContent[]): string {
  const html = h('html', { lang: frame.language }, [
    h('head', {}, headOf(frame)),
    h('body', {}, [
      h('a', { className: ['skip'], href: '#main' }, [text('跳到正文')]),
      h('header', { className: ['site-head'] }, [
        frame.home === undefined
          ? h('p', {}, [text(frame.issueTitle)])
          : h('nav', { ariaLabel: '本期' }, [h('a', { href: frame.home }, [text(frame.issueTitle)])]),
      ]),
      h('main', { id: 'main' }, [...content]),
      ...citing(frame),
      ...neighbours(frame),
    ]),
  ])
  return toHtml(
    { type: 'root', children: [{ type: 'doctype' }, html, text('\n')] },
    { closeSelfClosing: false, characterReferences: { useNamedReferences: true } },
  )
}

function headOf({ title, head, citationFiles, previous, next, home }: PageFrame): Element[] {
  return [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', {}, [text(title)]),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    ...head.metas.map(({ name, content, lang }) => h('meta', { name, content, ...(lang ? { lang } : {}) })),
    h('link', { rel: ['stylesheet'], href: 'style.css' }),
    h('link', { rel: ['alternate'], type: 'application/atom+xml', href: 'feed.xml', title: 'Atom' }),
    ...citationFiles.map(({ label, mediaType, name }) =>
      h('link', { rel: ['alternate'], type: mediaType, href: name, title: label }),
    ),
    ...(home === undefined ? [] : [h('link', { rel: ['contents'], href: home })]),
    ...(previous === undefined ? [] : [h('link', { rel: ['prev'], href: previous.href })]),
    ...(next === undefined ? [] : [h('link', { rel: ['next'], href: next.href })]),
    // `<` would end the element early.
    h('script', { type: 'application/ld+json' }, [
      text(JSON.stringify(head.linkedData).replaceAll('<', '\\u003c')),
    ]),
  ]
}

function citing({ head, citationFiles }: PageFrame): Element[] {
  if (head.citation === undefined) return []
  return [
    h('aside', { className: ['citing'], ariaLabel: '引用本文' }, [
      h('p', { className: ['citing-title'] }, [text('引用本文')]),
      h('p', { className: ['citing-text'] }, [text(head.citation)]),
      h(
        'ul',
        { className: ['citing-files'] },
        citationFiles.map(({ label, name }) => h('li', {}, [h('a', { href: name }, [text(label)])])),
      ),
    ]),
  ]
}

function neighbours({ previous, next, home }: PageFrame): Element[] {
  const links = [
    ...(previous === undefined ? [] : [neighbour('上一篇', 'previous', previous)]),
    ...(home === undefined ? [] : [h('a', { className: ['home'], href: home }, [text('目次')])]),
    ...(next === undefined ? [] : [neighbour('下一篇', 'next', next)]),
  ]
  return links.length === 0 ? [] : [h('nav', { className: ['neighbours'], ariaLabel: '前后各篇' }, links)]
}

function neighbour(label: string, name: string, { href, title }: PageLink): Element {
  return h('a', { className: [name], href }, [h('span', {}, [text(label)]), text(title)])
}

function h(tagName: string, properties: Properties, children: ElementContent[] = []): Element {
  return { type: 'element', tagName, properties, children }
}

function text(value: string): { type: 'text'; value: string } {
  return { type: 'text', value }
}
