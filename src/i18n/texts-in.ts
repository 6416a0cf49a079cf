import { chinese } from './chinese.js'
import { english } from './english.js'
import type { Language } from './negotiate-language.js'
import type { Texts } from './texts.js'

const all: Readonly<Record<Language, Texts>> = { en: english, zh: chinese }

/** The sentences of one language. */
export function textsIn(language: Language): Texts {
  return all[language]
}
