import type { Root } from 'hast'
import type { VFile } from 'vfile'
import { hasErrors } from '../diagnostics/index.js'
import { checkReferences } from '../edition/index.js'
import { transform } from '../hypertext/index.js'
import {
  mapArticles,
  type Assets,
  type Context,
  type Hypertext,
  type Issue,
  type Theme,
} from '../issue/index.js'
import { loadAssets, loadIssue, type PictureUse } from '../manuscript/index.js'
import { parse } from '../markdown/index.js'
import { readPressProfile } from './read-press-profile.js'
import { checkGlyphs, loadTheme } from '../theme/index.js'

/** An issue whose manuscripts, pictures, references and characters have been checked. */
export interface PreparedIssue {
  readonly issue: Issue<Hypertext>
  readonly theme: Theme
  readonly assets: Assets
  /** The printer's ICC profile, read and checked; absent: none is named. */
  readonly pressProfile: Uint8Array | undefined
}

export interface Preparation {
  /** Every file that was looked at, with its messages. */
  readonly files: readonly VFile[]
  /** Absent when a message is fatal. */
  readonly prepared: PreparedIssue | undefined
}

/**
 * The way that all editions share: load, parse, transform, and every check that needs no printing. Whatever can be said
 * about the manuscripts is said in one run; only a folder that cannot be loaded ends it early.
 *
 * @throws MachineError when a font package is missing
 */
export async function prepare(root: string, context: Context): Promise<Preparation> {
  const { reporter, signal } = context
  reporter.stage('load')
  const loaded = await loadIssue(root)
  const { coverUse } = loaded
  signal.throwIfAborted()
  if (loaded.issue === undefined || hasErrors(loaded.files))
    return { files: loaded.files, prepared: undefined }

  reporter.stage('parse')
  const parsed = parse(loaded.issue)
  reporter.stage('transform')
  reporter.detail({ articles: parsed.articles.length })
  const issue = transform(parsed)
  checkReferences(issue)
  const [assets, { theme, file: themeFile }, pressProfile] = await Promise.all([
    loadAssets(issue.root, [...(coverUse ? [coverUse] : []), ...pictureUses(issue)]),
    loadTheme(issue.metadata.theme),
    readPressProfile(issue),
  ])
  signal.throwIfAborted()
  const files = [...loaded.files, themeFile]
  if (theme !== undefined)
    await checkGlyphs(
      theme,
      mapArticles(issue, (article) => wholeText(article.content)),
    )
  return {
    files,
    prepared: theme === undefined || hasErrors(files) ? undefined : { issue, theme, assets, pressProfile },
  }
}

function pictureUses(issue: Issue<Hypertext>): PictureUse[] {
  return issue.articles.flatMap((article) =>
    article.content.assetUses.map((use) => ({ ...use, file: article.file })),
  )
}

/** An article's text with that of its notes. */
function wholeText({ body, notes }: Hypertext): Root {
  return { type: 'root', children: [...body.children, ...notes.flatMap((note) => [...note.content])] }
}
