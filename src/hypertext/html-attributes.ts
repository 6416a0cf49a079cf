import type { Properties } from 'hast'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { htmlAllowed, report } from '../diagnostics/index.js'

const ownClasses = new Set(['align-left', 'align-center', 'align-right', 'dots', 'proper-name', 'book-title'])
const scopes = new Set(['col', 'row', 'colgroup', 'rowgroup'])
const spanning = /^[1-9]\d{0,2}$/

/** The attributes of a raw element as hast properties; whatever is not on the list is reported and left out. */
export function allowedAttributes(
  tag: string,
  attributes: ReadonlyMap<string, string>,
  file: VFile,
  point: Point | undefined,
): Properties {
  const properties: Properties = {}
  for (const [name, value] of attributes) {
    const property = readAttribute(tag, name, value)
    if (property === 'unknown') report(file, htmlAllowed, point, { written: name, kind: 'attribute' })
    else if (property === 'invalid')
      report(file, htmlAllowed, point, { written: `${name}="${value}"`, kind: 'value' })
    else Object.assign(properties, property)
  }
  return properties
}

function readAttribute(tag: string, name: string, value: string): Properties | 'unknown' | 'invalid' {
  const isCell = tag === 'td' || tag === 'th'
  switch (name) {
    case 'lang':
      return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(value) ? { lang: value } : 'invalid'
    case 'title':
    case 'id':
      return { [name]: value }
    case 'class': {
      const names = value.split(/\s+/).filter((each) => each !== '')
      return names.every((each) => ownClasses.has(each)) ? { className: names } : 'invalid'
    }
    case 'colspan':
    case 'rowspan':
      if (!isCell) return 'unknown'
      if (!spanning.test(value)) return 'invalid'
      return name === 'colspan' ? { colSpan: Number(value) } : { rowSpan: Number(value) }
    case 'scope':
      if (tag !== 'th') return 'unknown'
      return scopes.has(value) ? { scope: value } : 'invalid'
    default:
      return 'unknown'
  }
}
