import type { Hyphenation, LineStyle } from '../../issue/lines.js'
import type { Hyphenate } from './divide-word.js'

interface Patterns {
  readonly default: {
    readonly hyphenateSync: (
      text: string,
      options: { readonly hyphenChar: string; readonly minWordLength: number },
    ) => string
  }
}

/** Liang's patterns, by primary subtag; British English is divided by other rules than American. */
const sources: Readonly<Record<string, () => Promise<Patterns>>> = {
  'en-gb': async () => import('hyphen/en-gb/index.js'),
  en: async () => import('hyphen/en-us/index.js'),
  fr: async () => import('hyphen/fr/index.js'),
  de: async () => import('hyphen/de-1996/index.js'),
  es: async () => import('hyphen/es/index.js'),
  it: async () => import('hyphen/it/index.js'),
  pt: async () => import('hyphen/pt/index.js'),
  nl: async () => import('hyphen/nl/index.js'),
  la: async () => import('hyphen/la/index.js'),
  pl: async () => import('hyphen/pl/index.js'),
  ru: async () => import('hyphen/ru/index.js'),
}

/**
 * The patterns of the languages that the styles are in. Latin words in Chinese text are taken for English; words of a
 * language without patterns are not divided.
 */
export async function loadHyphenator(
  styles: readonly LineStyle[],
  { word: least, before, after }: Hyphenation,
): Promise<Hyphenate> {
  const keys = [...new Set(styles.flatMap(({ language }) => sourceOf(language) ?? []))]
  const loaded = new Map(
    await Promise.all(keys.map(async (key) => [key, (await sources[key]?.())?.default] as const)),
  )
  const known = new Map<string, readonly number[]>()
  return (word, language) => {
    if (word.length < least) return []
    const patterns = loaded.get(sourceOf(language) ?? '')
    if (patterns === undefined) return []
    const key = `${language} ${word}`
    let divisions = known.get(key)
    if (divisions === undefined) {
      const parts = patterns
        .hyphenateSync(word, { hyphenChar: '\u00ad', minWordLength: least })
        .split('\u00ad')
      let at = 0
      divisions = parts
        .map(({ length }) => (at += length))
        .filter((place) => place >= before && word.length - place >= after)
      known.set(key, divisions)
    }
    return divisions
  }
}

function sourceOf(language: string): string | undefined {
  const tag = language.toLowerCase()
  const primary = tag.split('-', 1)[0] ?? ''
  if (primary === '' || primary === 'zh') return 'en'
  return tag in sources ? tag : primary in sources ? primary : undefined
}
