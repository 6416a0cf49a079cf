import type { VFile } from 'vfile'
import { metadataValue, profileExists, report } from '../diagnostics/index.js'
import type { ArticleStart, IssueMetadata, NamedFile } from '../issue/index.js'
import { checkMetadata } from './check-metadata.js'
import { checkCn, checkDoi, checkIssn } from './identifiers.js'
import type { IssueFolder } from './issue-folder.js'
import { issuePath } from './issue-path.js'
import { reportIdentifier } from './report-identifier.js'
import { expectedTheme } from './schema/expected.js'
import { issueSchema } from './schema/issue-schema.js'
import type { YamlRecord } from './yaml-record.js'

/**
 * The metadata of `issue.yaml`, defaults filled in, and where articles start unless their entry says otherwise. What is
 * wrong is reported.
 *
 * @returns `undefined` when something is
 */
export async function readIssueMetadata(
  file: VFile,
  record: YamlRecord,
  folder: IssueFolder,
): Promise<{ metadata: IssueMetadata; articleStart: ArticleStart | undefined } | undefined> {
  reportIdentifier(file, record, ['periodical', 'issn'], 'ISSN', checkIssn)
  reportIdentifier(file, record, ['periodical', 'cn'], 'CN', checkCn)
  reportIdentifier(file, record, ['issue', 'doi'], 'DOI', checkDoi)
  const theme = await themeOf(file, record, folder)
  const written = checkMetadata(file, record, issueSchema)
  const profile = await profileOf(file, record, folder)
  if (!written) return undefined
  const { periodical, cover, output } = written
  return {
    metadata: {
      id: written.id,
      language: written.language ?? 'zh-Hans-CN',
      theme,
      periodical,
      issue: written.issue,
      feature: written.feature,
      coverImage: cover?.image,
      rights: written.rights,
      subjects: written.subjects,
      output: {
        reading: output?.reading ?? true,
        press: (output?.press ?? null) !== null,
        pressSetting: output?.press ? { ...output.press, profile } : undefined,
        ebook: output?.ebook !== null,
        ebookSetting: output?.ebook ?? undefined,
        web: output?.web ?? false,
        archive: output?.archive ?? false,
      },
    },
    articleStart: written.articleStart,
  }
}

/** A theme written `./…` is a folder of the issue; any other name stands for itself. */
async function themeOf(file: VFile, record: YamlRecord, folder: IssueFolder): Promise<string> {
  const theme = record.at(['theme'])
  if (typeof theme !== 'string') return 'journal'
  if (!theme.startsWith('./')) return theme
  const plain = issuePath(theme)
  const found = 'path' in plain ? await folder.find(plain.path) : undefined
  if (found?.kind === 'folder') return found.absolute
  report(file, metadataValue, record.valuePlace(['theme']), {
    path: 'theme',
    expected: { en: "a folder inside the issue's folder", zh: '本期文件夹中的文件夹' },
    found: { en: `${theme}, which is none`, zh: `${theme}，并无此文件夹` },
    fix: expectedTheme.fix,
  })
  return theme
}

/** The printer's profile: a file of the issue's folder. */
async function profileOf(
  file: VFile,
  record: YamlRecord,
  folder: IssueFolder,
): Promise<NamedFile | undefined> {
  const key = ['output', 'press', 'profile']
  const path = record.at(key)
  if (typeof path !== 'string') return undefined
  const place = record.valuePlace(key)
  const plain = issuePath(path)
  const found = 'path' in plain ? await folder.find(plain.path) : undefined
  if (found?.kind === 'file') {
    const { line = 1, column = 1 } = place?.start ?? {}
    return { path, file: found.absolute, line, column }
  }
  const nearest = found?.kind === 'missing' ? found.nearest : found?.kind === 'misnamed' ? found.actual : undefined
  report(file, profileExists, place, { path, nearest })
  return undefined
}
