import { personName } from '../issue/index.js'

/** A name as the issue gives it, with the author's own spelling in Latin letters, which knows how it is read. */
export interface NameToSort {
  readonly name: string
  readonly nameEn?: string | undefined
}

/**
 * Names as catalogues sort them, by the name as written: Chinese ones by Hanyu Pinyin without tones, surname first and
 * given name in one word (GB/T 28039-2011), others with the surname first where it can be told. The dictionary of
 * readings is loaded only if a name has Han characters.
 */
export async function sortNames(names: readonly NameToSort[]): Promise<ReadonlyMap<string, string>> {
  const chinese = names.some(({ name }) => /\p{Script=Han}/u.test(name))
  const read = chinese ? await readings() : (text: string) => [text]
  return new Map(names.map((entry) => [entry.name, sortName(entry, read)]))
}

type Read = (text: string, isSurname: boolean) => string[]

async function readings(): Promise<Read> {
  const { pinyin } = await import('pinyin-pro')
  return (text, isSurname) =>
    pinyin(text, { toneType: 'none', type: 'array', surname: isSurname ? 'all' : 'off' })
}

function sortName({ name, nameEn }: NameToSort, read: Read): string {
  const parts = personName(name)
  if (parts.kind !== 'person') return /\p{Script=Han}/u.test(name) ? read(name, false).join(' ') : name.trim()
  if (!/\p{Script=Han}/u.test(name)) return `${parts.surname}, ${parts.given}`
  const surname = capitalised(read(parts.surname, true).join(''))
  return `${surname} ${givenOf(surname, nameEn) ?? capitalised(joined(read(parts.given, false)))}`
}

/** The given name as the author spells it, where the rest of that spelling is the surname. */
function givenOf(surname: string, nameEn: string | undefined): string | undefined {
  const words = (nameEn ?? '').split(/[\s,]+/u).filter((word) => word !== '')
  const at = words.findIndex((word) => word.toLowerCase() === surname.toLowerCase())
  if (at < 0 || words.length < 2) return undefined
  const rest = words.filter((_, index) => index !== at).join('')
  return capitalised(rest.replaceAll('-', '').toLowerCase())
}

/** Syllables as one word; an apostrophe before a vowel keeps them apart (GB/T 16159-2012 §6.6). */
function joined(syllables: readonly string[]): string {
  return syllables
    .map((syllable, index) => (index > 0 && /^[aeo]/.test(syllable) ? `'${syllable}` : syllable))
    .join('')
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
