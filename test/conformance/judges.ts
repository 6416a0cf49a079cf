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
/** Of JATS 1.3 Journal Publishing and of Crossref 5.3.1, as Crossref hands them out. */
const schemas = `${folder}commonmeta/resources/crossref/`
export const hasSchemas =
  hasPython && present('the schema of Crossref', existsSync(`${schemas}crossref5.3.1.xsd`))
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

/**
 * What the XML Schema of Crossref 5.3.1 and, in it, that of JATS 1.3 Journal Publishing have to say about each text; empty
 * when nothing. Crossref put JATS into a namespace and kept the number of its last draft, 1.3d2.
 */
export function schemaProblems(texts: readonly string[]): readonly string[] {
  const program = `
import json, sys
from lxml import etree
schema = etree.XMLSchema(etree.parse(sys.argv[1]))
print(json.dumps(["" if schema.validate(etree.fromstring(text.encode())) else str(schema.error_log) for text in json.load(sys.stdin)]))`
  const judged = texts.map((text) =>
    text
      .replace(/<!DOCTYPE[^>]*>\n/u, '')
      .replace('<article ', '<article xmlns="http://www.ncbi.nlm.nih.gov/JATS1" ')
      .replace('dtd-version="1.3"', 'dtd-version="1.3d2"'),
  )
  const { ok, said } = python(['-c', program, `${schemas}crossref5.3.1.xsd`], JSON.stringify(judged))
  if (!ok) throw new Error(said)
  return JSON.parse(said) as string[] // printed by the program above
}

/** Path of a program of a Python package. */
export function pythonProgram(name: string): string {
  return `${folder}python/bin/${name}`
}
