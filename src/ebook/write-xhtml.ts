import type { Element } from 'xast'
import { writeXml, x } from '../issue/index.js'

/** A document of the book (EPUB 3.3 §6.1): XHTML with the book's style sheet. */
export function writeXhtml(title: string, language: string, body: Element): string {
  return writeXml(
    x(
      'html',
      {
        xmlns: 'http://www.w3.org/1999/xhtml',
        'xmlns:epub': 'http://www.idpf.org/2007/ops',
        lang: language,
        'xml:lang': language,
      },
      x(
        'head',
        {},
        x('meta', { charset: 'utf-8' }),
        x('title', {}, title),
        x('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' }),
      ),
      body,
    ),
    '<!DOCTYPE html>',
  )
}
