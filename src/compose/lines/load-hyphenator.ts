import type { Hyphenation, LineStyle } from '../../issue/lines.js'
import type { Hyphenate } from './divide-word.js'
import { compoundParts } from './english-compounds.js'

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
export async function loadHyphenator(styles: readonly LineStyle[], least: Hyphenation): Promise<Hyphenate> {
  return dividerOf(await load(styles, (key) => [key]), least)
}

/** Least letters before a hyphen where every other solution leaves a line loose: Py-thon. */
const leastBefore = 2

/**
 * The same where every other solution leaves a line loose: English by the rules of both sides of the Atlantic, compounds
 * between their parts, and with two letters before the hyphen.
 */
export async function loadLastHyphenator(
  styles: readonly LineStyle[],
  least: Hyphenation,
): Promise<Hyphenate> {
  const all = await load(styles, (key) => (isEnglish(key) ? Object.keys(sources).filter(isEnglish) : [key]))
  const byPatterns = dividerOf(all, { ...least, before: Math.min(leastBefore, least.before) })
  return (word, language) =>
    (isEnglish(sourceOf(language) ?? '') ? compoundParts.get(word.toLowerCase()) : undefined) ??
    byPatterns(word, language)
}

type PatternSets = ReadonlyMap<string, readonly Patterns['default'][]>

async function load(
  styles: readonly LineStyle[],
  setsOf: (key: string) => readonly string[],
): Promise<PatternSets> {
  const keys = [...new Set(styles.flatMap(({ language }) => sourceOf(language) ?? []))]
  const one = async (key: string): Promise<Patterns['default'][]> =>
    (await Promise.all(setsOf(key).map(async (set) => (await sources[set]?.())?.default))).filter(
      (patterns) => patterns !== undefined,
    )
  return new Map(await Promise.all(keys.map(async (key) => [key, await one(key)] as const)))
}

function dividerOf(loaded: PatternSets, { word: least, before, after }: Hyphenation): Hyphenate {
  const known = new Map<string, readonly number[]>()
  return (word, language) => {
    if (word.length < least) return []
    const sets = loaded.get(sourceOf(language) ?? '') ?? []
    const key = `${language} ${word}`
    let divisions = known.get(key)
    if (divisions === undefined) {
      divisions = [...new Set(sets.flatMap((patterns) => placesOf(patterns, word, least)))]
        .filter((place) => place >= before && word.length - place >= after)
        .sort((a, b) => a - b)
      known.set(key, divisions)
    }
    return divisions
  }
}

function placesOf(patterns: Patterns['default'], word: string, least: number): number[] {
  const parts = patterns.hyphenateSync(word, { hyphenChar: '\u00ad', minWordLength: least }).split('\u00ad')
  let at = 0
  return parts.map(({ length }) => (at += length))
}

function isEnglish(key: string): boolean {
  return key.startsWith('en')
}

function sourceOf(language: string): string | undefined {
  const tag = language.toLowerCase()
  const primary = tag.split('-', 1)[0] ?? ''
  if (primary === '' || primary === 'zh') return 'en'
  return tag in sources ? tag : primary in sources ? primary : undefined
}
