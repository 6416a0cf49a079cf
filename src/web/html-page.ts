import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { element, text } from '../issue/index.js'
import { labels } from './labels.js'
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
  const html = element('html', { lang: frame.language }, [
    element('head', {}, headOf(frame)),
    element('body', {}, [
      element('a', { className: ['skip'], href: '#main' }, [text(labels.skip)]),
      element('header', { className: ['site-head'] }, [
        frame.home === undefined
          ? element('p', {}, [text(frame.issueTitle)])
          : element('nav', { ariaLabel: labels.issue }, [
              element('a', { href: frame.home }, [text(frame.issueTitle)]),
            ]),
      ]),
      element('main', { id: 'main' }, [...content]),
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
    element('meta', { charSet: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, [text(title)]),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    ...head.metas.map(({ name, content, lang }) =>
      element('meta', { name, content, ...(lang ? { lang } : {}) }),
    ),
    element('link', { rel: ['stylesheet'], href: 'style.css' }),
    element('link', { rel: ['alternate'], type: 'application/atom+xml', href: 'feed.xml', title: 'Atom' }),
    ...citationFiles.map(({ label, mediaType, name }) =>
      element('link', { rel: ['alternate'], type: mediaType, href: name, title: label }),
    ),
    ...(home === undefined ? [] : [element('link', { rel: ['contents'], href: home })]),
    ...(previous === undefined ? [] : [element('link', { rel: ['prev'], href: previous.href })]),
    ...(next === undefined ? [] : [element('link', { rel: ['next'], href: next.href })]),
    // `<` would end the element early.
    element('script', { type: 'application/ld+json' }, [
      text(JSON.stringify(head.linkedData).replaceAll('<', '\\u003c')),
    ]),
  ]
}

function citing({ head, citationFiles }: PageFrame): Element[] {
  if (head.citation === undefined) return []
  return [
    element('aside', { className: ['citing'], ariaLabel: labels.cite }, [
      element('p', { className: ['citing-title'] }, [text(labels.cite)]),
      element('p', { className: ['citing-text'] }, [text(head.citation)]),
      element(
        'ul',
        { className: ['citing-files'] },
        citationFiles.map(({ label, name }) =>
          element('li', {}, [element('a', { href: name }, [text(label)])]),
        ),
      ),
    ]),
  ]
}

function neighbours({ previous, next, home }: PageFrame): Element[] {
  const links = [
    ...(previous === undefined ? [] : [neighbour(labels.previous, 'previous', previous)]),
    ...(home === undefined
      ? []
      : [element('a', { className: ['home'], href: home }, [text(labels.contents)])]),
    ...(next === undefined ? [] : [neighbour(labels.next, 'next', next)]),
  ]
  return links.length === 0
    ? []
    : [element('nav', { className: ['neighbours'], ariaLabel: labels.neighbours }, links)]
}

function neighbour(label: string, name: string, { href, title }: PageLink): Element {
  return element('a', { className: [name], href }, [element('span', {}, [text(label)]), text(title)])
}
