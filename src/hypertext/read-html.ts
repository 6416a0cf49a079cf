import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import { joinsWithoutSpace } from './is-chinese.js'

/** A piece of raw HTML; `offset` counts UTF-16 units from its beginning. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly offset: number; readonly value: string }
  | {
      readonly kind: 'open'
      readonly offset: number
      readonly tag: string
      readonly written: string
      readonly attributes: ReadonlyMap<string, string>
      readonly selfClosing: boolean
    }
  | { readonly kind: 'close'; readonly offset: number; readonly tag: string; readonly written: string }
  | { readonly kind: 'unreadable'; readonly offset: number; readonly written: string }

const opening = /<([A-Za-z][A-Za-z0-9:-]*)/y
const attribute = /\s+([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y
const ending = /\s*(\/?)>/y
const closing = /<\/([A-Za-z][A-Za-z0-9:-]*)\s*>/y

/** Reads tags and text strictly: what HTML parsers would guess at is `unreadable`. Comments are left out. */
export function readHtml(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = []
  let at = 0
  while (at < html.length) {
    const bracket = html.indexOf('<', at)
    const textEnd = bracket === -1 ? html.length : bracket
    if (textEnd > at) tokens.push({ kind: 'text', offset: at, value: decode(html.slice(at, textEnd)) })
    if (bracket === -1) break
    at = readMarkup(html, bracket, tokens)
  }
  return tokens
}

function readMarkup(html: string, at: number, tokens: HtmlToken[]): number {
  if (html.startsWith('<!--', at)) {
    const end = html.indexOf('-->', at + 4)
    if (end !== -1) return end + 3
    tokens.push({ kind: 'unreadable', offset: at, written: '<!--' })
    return html.length
  }
  closing.lastIndex = at
  const close = closing.exec(html)
  if (close?.[1]) {
    tokens.push({ kind: 'close', offset: at, tag: close[1].toLowerCase(), written: close[0] })
    return closing.lastIndex
  }
  opening.lastIndex = at
  const open = opening.exec(html)
  if (open?.[1]) {
    const attributes = new Map<string, string>()
    let next = opening.lastIndex
    for (;;) {
      attribute.lastIndex = next
      const match = attribute.exec(html)
      if (!match?.[1]) break
      attributes.set(match[1].toLowerCase(), decode(match[2] ?? match[3] ?? match[4] ?? ''))
      next = attribute.lastIndex
    }
    ending.lastIndex = next
    const end = ending.exec(html)
    if (end) {
      const written = html.slice(at, ending.lastIndex)
      const tag = open[1].toLowerCase()
      tokens.push({ kind: 'open', offset: at, tag, written, attributes, selfClosing: end[1] === '/' })
      return ending.lastIndex
    }
  }
  const rest = html.slice(at).match(/^<[^\s<>]*>?/)?.[0] ?? '<'
  tokens.push({ kind: 'unreadable', offset: at, written: rest.slice(0, 40) })
  return at + rest.length
}

/** Character references as HTML has them; an unknown name stays as it is. */
function decode(value: string): string {
  return value.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z0-9]{2,31}));/g,
    (whole, decimal, hex, name) => {
      if (typeof name === 'string') return decodeNamedCharacterReference(name) || whole
      const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16)
      const isText = code > 0x1f && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && code !== 0x7f
      return isText ? String.fromCodePoint(code) : '\ufffd'
    },
  )
}

/** White space drawn together, and none at a line end between Chinese characters. */
export function joinHtmlText(value: string): string {
  return value
    .replace(/(.?)[ \t]*\n[ \t\n]*(.?)/gu, (_, before: string, after: string) =>
      before !== '' && after !== '' && joinsWithoutSpace(before, after)
        ? before + after
        : `${before} ${after}`,
    )
    .replace(/[ \t\n]+/g, ' ')
}
