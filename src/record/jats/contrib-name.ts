import type { Element } from 'xast'
import { personName, x } from '../../issue/index.js'

/** A name that cannot be divided may stand in a contributor only among alternatives. */
export function contribName(name: string): Element {
  return personName(name).kind === 'whole' ? x('name-alternatives', {}, nameOf(name)) : nameOf(name)
}

/** Chinese names in eastern order beside their Latin form; what is no person's is a collaboration. */
export function alternatives(name: string, english: string): Element {
  if (personName(name).kind === 'organisation') {
    return x(
      'collab-alternatives',
      {},
      x('collab', { 'xml:lang': 'zh' }, name),
      x('collab', { 'xml:lang': 'en' }, english),
    )
  }
  return x('name-alternatives', {}, nameOf(name, 'zh'), nameOf(english, 'en'))
}

function nameOf(text: string, language?: string): Element {
  const name = personName(text)
  if (name.kind === 'organisation') return x('collab', { 'xml:lang': language }, name.text)
  if (name.kind === 'whole') return x('string-name', { 'xml:lang': language }, name.text)
  const style = /\p{Script=Han}/u.test(text) ? 'eastern' : 'western'
  return x(
    'name',
    { 'name-style': style, 'xml:lang': language },
    x('surname', {}, name.surname),
    x('given-names', {}, name.given),
  )
}
