import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Where `fetch-verapdf.sh` puts the jars. */
const folder = process.env['KANBEN_VERAPDF'] ?? join(tmpdir(), 'kanben-verapdf')

/** Whether veraPDF can run; CI must have it, elsewhere its tests are skipped by name. */
export const hasVeraPdf =
  process.env['CI'] === 'true' ||
  (existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('greenfield-apps')))

export type Flavour = '2a' | '3a' | 'ua1'

/** Clauses that each file breaks, by name of the file; none when it conforms. */
export async function veraPdf(
  flavour: Flavour,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<Map<string, string[]>> {
  const work = await mkdtemp(join(tmpdir(), 'kanben-verapdf-run-'))
  try {
    const names = [...files.keys()]
    const paths = names.map((_, index) => join(work, `${index}.pdf`))
    await Promise.all(paths.map(async (path, index) => writeFile(path, files.get(names[index] ?? '') ?? '')))
    const java = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-cp', join(folder, '*')]
    const program = ['org.verapdf.apps.GreenfieldCliWrapper', '-f', flavour, '--format', 'json']
    // It exits with 1 when a file does not conform: the report says so.
    const out = await promisify(execFile)('java', [...java, ...program, ...paths], {
      maxBuffer: 1e8,
    }).catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }))
    const { jobs } = (JSON.parse(out.stdout) as Report).report
    return new Map(
      jobs.map(({ itemDetails, validationResult }) => [
        names[paths.indexOf(itemDetails.name)] ?? itemDetails.name,
        validationResult?.flatMap(({ compliant, details }) =>
          compliant ? [] : details.ruleSummaries.map(({ clause, testNumber }) => `${clause}-${testNumber}`),
        ) ?? ['unreadable'],
      ]),
    )
  } finally {
    await rm(work, { recursive: true })
  }
}

interface Report {
  readonly report: {
    readonly jobs: readonly {
      readonly itemDetails: { readonly name: string }
      readonly validationResult?: readonly {
        readonly compliant: boolean
        readonly details: {
          readonly ruleSummaries: readonly { readonly clause: string; readonly testNumber: number }[]
        }
      }[]
    }[]
  }
}
