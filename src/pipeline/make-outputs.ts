import type { ArchiveFile } from '../archive/index.js'
import type { Artefact, Context, FolderArtefact } from '../issue/index.js'
import type { BrowserSession } from '../press/index.js'
import { dateOf } from './date-of.js'
import { makeArchive } from './make-archive.js'
import { makeEbook } from './make-ebook.js'
import { makePress } from './make-press.js'
import type { Reading } from './make-reading.js'
import { makeRecord } from './make-record.js'
import { makeWeb } from './make-web.js'
import { pageBreaks } from './page-breaks.js'
import type { PreparedIssue } from './prepare.js'
import { sourceFiles } from './source-files.js'
import { withSources } from './with-sources.js'

export type OutputKind = 'reading' | 'press' | 'ebook' | 'web' | 'archive'

/** What a build writes, but for its report. */
export interface Outputs {
  readonly files: readonly Artefact[]
  readonly folders: readonly FolderArtefact[]
}

export interface OutputsInput {
  readonly prepared: PreparedIssue
  readonly reading: Reading
  readonly session: BrowserSession
  readonly native: boolean
  /** Puts the manuscripts into the reading PDF. */
  readonly attachSources: boolean
  /** Whether the archive holds the press PDF. */
  readonly withPress: boolean
}

/** The chosen outputs, each edition made once however many of them hold it. */
export async function makeOutputs(
  chosen: readonly OutputKind[],
  { prepared, reading, session, native, attachSources, withPress }: OutputsInput,
  context: Context,
): Promise<Outputs> {
  const { issue } = prepared
  const { id } = issue.metadata
  const wants = (...kinds: readonly OutputKind[]): boolean => kinds.some((kind) => chosen.includes(kind))
  const files: Artefact[] = []
  const folders: FolderArtefact[] = []
  if (wants('reading')) {
    const bytes = attachSources
      ? await withSources(reading.bytes, await sourceFiles(prepared), dateOf(issue.metadata, context.clock))
      : reading.bytes
    files.push({ kind: 'reading', name: `${id}.pdf`, bytes })
  }
  const archivesPress = withPress && wants('archive')
  const press = wants('press') || archivesPress ? await makePress(prepared, reading, context) : []
  if (wants('press')) files.push(...press)
  const ebooks = wants('ebook', 'archive') ? await makeEbook(prepared, reading, session, context) : []
  if (wants('ebook')) files.push(...ebooks)
  if (!wants('web', 'archive')) return { files, folders }
  context.signal.throwIfAborted()
  const record = makeRecord(issue, reading.pagination)
  const { pagination, composed } = reading
  const breaks = composed && pageBreaks(pagination, composed.report)
  const web: readonly ArchiveFile[] = await makeWeb(
    prepared,
    record,
    { pagination, pageBreaks: breaks },
    context,
  )
  if (wants('web')) folders.push({ kind: 'web', name: `${id}-web`, files: web })
  if (wants('archive')) {
    context.signal.throwIfAborted()
    const environment = { browser: (await session.describe()).version, native }
    const bag = await makeArchive(
      prepared,
      { reading: reading.bytes, press: archivesPress ? press : [], ebooks, web, record },
      environment,
      context,
    )
    folders.push({ kind: 'archive', name: `${id}-archive`, files: bag })
  }
  return { files, folders }
}
