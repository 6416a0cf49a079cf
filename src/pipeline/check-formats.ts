import type { ArchiveFile } from '../archive/index.js'
import { checkEbook } from '../ebook/index.js'
import { preflight } from '../press/index.js'
import { articleXmlProblems, issueJsonProblems, xmlProblems } from '../record/index.js'
import { checkSite } from '../web/index.js'

/** A file that is not, or no longer, what its format asks for. */
export interface FormatProblem {
  readonly file: string
  /** In English, in the checker's own words. */
  readonly detail: string
}

/** Looks at every file of a bag's payload with the checker of its format; manuscripts are checked by building them. */
export async function checkFormats(payload: readonly ArchiveFile[]): Promise<FormatProblem[]> {
  const problems: FormatProblem[] = []
  for (const { name, bytes } of payload) {
    if (name.startsWith('manuscript/')) continue
    for (const detail of await problemsOf(name, bytes)) problems.push({ file: name, detail })
  }
  const site = payload
    .filter(({ name }) => name.startsWith('web/'))
    .map((file) => ({ ...file, name: file.name.slice('web/'.length) }))
  for (const { file, address } of checkSite(site))
    problems.push({ file: `web/${file}`, detail: `${address} leads nowhere` })
  return problems
}

async function problemsOf(name: string, bytes: Uint8Array): Promise<string[]> {
  if (name.endsWith('.pdf')) return pdfProblems(name, bytes)
  if (name.endsWith('.epub')) return ebookProblems(bytes)
  if (!/\.(?:xml|json|html|css|md|txt|bib|ris)$/u.test(name)) return []
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return ['not UTF-8']
  }
  if (name.startsWith('records/jats/')) return articleXmlProblems(text)
  if (name === 'records/issue.json') return issueJsonProblems(text)
  if (name.endsWith('.xml')) return xmlProblems(text)
  return name.endsWith('.json') ? jsonProblems(text) : []
}

/** Our preflight's errors; the reading PDF has to be PDF/A-3a and PDF/UA-1, a press PDF PDF/X. */
async function pdfProblems(name: string, bytes: Uint8Array): Promise<string[]> {
  try {
    const { claims, findings } = await preflight(bytes)
    return [
      ...(name.startsWith('reading/') && (claims.archive !== '3A' || !claims.accessible)
        ? ['does not claim PDF/A-3a and PDF/UA-1']
        : []),
      ...(name.startsWith('press/') && claims.press === undefined ? ['does not claim PDF/X'] : []),
      ...findings
        .filter(({ severity }) => severity === 'error')
        .map(({ rule, detail = '', places: [place] }) =>
          [rule, ...(detail === '' ? [] : [detail]), ...(place ? [`page ${place.page}`] : [])].join(', '),
        ),
    ]
  } catch (error) {
    return [reason(error)]
  }
}

/** A poor description of a picture is the manuscript's matter: the file is still what its format asks for. */
const adviceOnly = 'alt-meaningful'

function ebookProblems(bytes: Uint8Array): string[] {
  try {
    return checkEbook(bytes)
      .filter(({ rule }) => rule !== adviceOnly)
      .map(({ rule, file, message }) => `${rule}: ${file}: ${message}`)
  } catch (error) {
    return [reason(error)]
  }
}

function jsonProblems(text: string): string[] {
  try {
    JSON.parse(text)
    return []
  } catch (error) {
    return [reason(error)]
  }
}

function reason(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
}
