import type { Bilingual } from '../diagnostics/index.js'

/** A language that the program speaks: English or Simplified Chinese. */
export type Language = keyof Bilingual

/** What a user says about languages, the strongest first. */
export interface LanguageWishes {
  /** The `--language` option. */
  readonly option?: string | undefined
  readonly lcAll?: string | undefined
  readonly lcMessages?: string | undefined
  readonly lang?: string | undefined
}

/**
 * The language of messages. The first wish that is not empty decides, as POSIX has it for locales: Chinese of any
 * kind is `zh`, everything else English.
 */
export function negotiateLanguage({ option, lcAll, lcMessages, lang }: LanguageWishes): Language {
  const wish = [option, lcAll, lcMessages, lang].find((each) => each !== undefined && each !== '')
  return wish !== undefined && parseLanguage(wish) === 'zh' ? 'zh' : 'en'
}

/** Reads `zh`, `zh-Hans-CN`, `zh_CN.UTF-8`, `en`, `en_GB`; `undefined` for any other language. */
export function parseLanguage(tag: string): Language | undefined {
  const primary = /^(en|zh)(?:[-_.@].*)?$/i.exec(tag)?.[1]?.toLowerCase()
  return primary === 'en' || primary === 'zh' ? primary : undefined
}
