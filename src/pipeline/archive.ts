import path from 'node:path'
import type { VFile } from 'vfile'
import {
  keepInStore,
  StoreProblem,
  writeTar,
  writeZip,
  type ArchiveFile,
  type Kept,
} from '../archive/index.js'
import { MachineError, type Bilingual } from '../diagnostics/index.js'
import type { Artefact, Context, IssueMetadata } from '../issue/index.js'
import { dateOf } from './date-of.js'
import { makeIssue, type MakeIssueOptions } from './make-issue.js'
import { producer } from './producer.js'
import { writeArtefacts, type WrittenArtefact } from './write-artefacts.js'

export type ArchiveFormat = 'folder' | 'zip' | 'tar'

export interface ArchiveOptions extends Omit<MakeIssueOptions, 'only'> {
  readonly outDir: string
  readonly format: ArchiveFormat
  /** A store to keep the issue in, in place of the output folder. */
  readonly store?: string | undefined
}

export interface ArchiveResult {
  /** False when a message is fatal; nothing was written then. */
  readonly ok: boolean
  readonly files: readonly VFile[]
  readonly artefacts: readonly WrittenArtefact[]
  /** What became of the issue in the store. */
  readonly kept?: Kept | undefined
  readonly milliseconds: number
}

/**
 * Makes an issue's bag, as a folder, a ZIP or a tar, or as a version in a store.
 *
 * @throws MachineError when the machine lacks something, or the store is none
 */
export async function archive(options: ArchiveOptions, context: Context): Promise<ArchiveResult> {
  const { clock } = context
  const started = clock.now()
  const { files, made } = await makeIssue({ ...options, only: ['archive'] }, context)
  const [bag] = made?.outputs.folders ?? []
  if (made === undefined || bag === undefined)
    return { ok: false, files, artefacts: [], milliseconds: clock.now() - started }
  context.reporter.stage('write')
  const { metadata } = made.prepared.issue
  const date = dateOf(metadata, clock)
  const result = { ok: true, files }
  if (options.store !== undefined) {
    const kept = await keep(options.store, metadata, bag.files, date)
    return { ...result, artefacts: [], kept, milliseconds: clock.now() - started }
  }
  const packed = packAs(options.format, bag.name, bag.files, date)
  const artefacts = await writeArtefacts(options.outDir, packed, packed.length === 0 ? [bag] : [])
  return { ...result, artefacts, milliseconds: clock.now() - started }
}

function packAs(
  format: ArchiveFormat,
  name: string,
  files: readonly ArchiveFile[],
  date: number,
): Artefact[] {
  if (format === 'folder') return []
  const write = format === 'zip' ? writeZip : writeTar
  return [{ kind: 'archive', name: `${name}.${format}`, bytes: write(name, files, date) }]
}

async function keep(
  store: string,
  { id, periodical }: IssueMetadata,
  files: readonly ArchiveFile[],
  date: number,
): Promise<Kept> {
  const created = `${new Date(date * 1000).toISOString().slice(0, 19)}Z`
  const { email } = periodical
  const user = {
    name: periodical.publisher ?? periodical.sponsor ?? periodical.title,
    ...(email === undefined ? {} : { address: `mailto:${email}` }),
  }
  try {
    return await keepInStore(path.resolve(store), id, files, { created, message: producer, user })
  } catch (error) {
    if (!(error instanceof StoreProblem)) throw error
    throw storeError(error)
  }
}

function storeError(cause: StoreProblem): MachineError {
  const { kind, place } = cause
  const messages: Readonly<Record<StoreProblem['kind'], readonly [reason: Bilingual, fix: Bilingual]>> = {
    foreign: [
      { en: `${place} is not part of a store.`, zh: `${place} 不是存档库里的东西。` },
      { en: 'choose an empty folder, or a store that Kanben made', zh: '请选空文件夹，或本程序建立的存档库' },
    ],
    damaged: [
      { en: `The store is damaged at ${place}.`, zh: `存档库在 ${place} 处已损坏。` },
      { en: 'restore the store from a copy', zh: '请用副本恢复存档库' },
    ],
    busy: [
      {
        en: `Another run is writing into the store: its claim is ${place}, which begins with its process number.`,
        zh: `另一次运行正在写入该存档库：其占用文件是 ${place}，文件名以进程号开头。`,
      },
      {
        en: 'run this again when the other has ended; if none is running on any machine, delete that file',
        zh: '请等它结束后重新运行；如果任何机器上都没有在运行，请删除该文件',
      },
    ],
  }
  const [reason, fix] = messages[kind]
  return new MachineError(reason, fix, { cause })
}
