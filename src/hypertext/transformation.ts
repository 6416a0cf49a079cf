import type { Root, Text } from 'mdast'
import type { VFile } from 'vfile'
import { locator } from '../issue/index.js'
import type { Article, AssetUse, CrossReference, Locate, Target } from '../issue/index.js'
import { Ids } from './ids.js'
import { joinLines } from './join-lines.js'
import { resolveTexts } from './marks/resolve-texts.js'
import { NoteRegister } from './note-register.js'

/** What the handlers of one article share while it is transformed. */
export interface Transformation {
  readonly article: Article<Root>
  readonly file: VFile
  readonly source: string
  /** Of the article, BCP 47. */
  readonly language: string
  readonly locate: Locate
  readonly ids: Ids
  readonly notes: NoteRegister
  readonly counters: Record<'figure' | 'table' | 'equation' | 'box', number>
  /** Generated numbers of the headings above, by level. */
  readonly sections: number[]
  readonly targets: Target[]
  readonly assetUses: AssetUse[]
  readonly references: CrossReference[]
  /** Ids of the references that have been cited. */
  readonly cited: Set<string>
  /** Texts with their line ends settled and their marks resolved. */
  readonly texts: ReadonlyMap<Text, string | readonly string[]>
}

export function beginTransformation(article: Article<Root>, language: string): Transformation {
  const { file, content } = article
  const source = String(file)
  const locate = locator(source)
  const texts = resolveTexts(content, joinLines(content).texts, { file, source, locate, language })
  const ids = new Ids(file)
  ids.collect(content)
  return {
    article,
    file,
    source,
    language,
    locate,
    ids,
    notes: new NoteRegister(content),
    counters: { figure: 0, table: 0, equation: 0, box: 0 },
    sections: [],
    targets: [],
    assetUses: [],
    references: [],
    cited: new Set(),
    texts,
  }
}
