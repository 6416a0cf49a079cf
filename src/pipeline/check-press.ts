import { readFile } from 'node:fs/promises'
import { VFile } from 'vfile'
import { hasErrors, pressRule, report } from '../diagnostics/index.js'
import {
  annotateProof,
  preflight,
  type PreflightOptions,
  type PreflightResult,
  type ProofNote,
} from '../press/index.js'
import { stageFile } from './stage-output.js'

export interface CheckPressOptions {
  /** Absolute. */
  readonly path: string
  /** As it was written, for messages. */
  readonly name: string
  /** What the printer asks for, where it is not the usual. */
  readonly limits?: Partial<PreflightOptions> | undefined
  /** Absolute: where the annotated proof is written. None is written of a file that cannot be read. */
  readonly proof?: string | undefined
}

export interface CheckPressResult extends PreflightResult {
  /** False when a finding is an error. */
  readonly ok: boolean
  /** The file, with a message for each finding. */
  readonly files: readonly VFile[]
  /** Whether the proof that was asked for is written. */
  readonly hasProof: boolean
}

/** Looks at a finished PDF, ours or another's, as a printer or a library would. */
export async function checkPress({
  path,
  name,
  limits,
  proof,
}: CheckPressOptions): Promise<CheckPressResult> {
  const bytes = new Uint8Array(await readFile(path))
  const result = await preflight(bytes, limits)
  const file = new VFile({ path: name })
  for (const { rule, severity, detail, places, more } of result.findings)
    report(file, pressRule(rule, severity), undefined, { detail, places, more })
  const hasProof = proof !== undefined && result.pages > 0
  if (hasProof) await write(proof, await annotateProof(bytes, notesOf(result)))
  return { ...result, ok: !hasErrors([file]), files: [file], hasProof }
}

/** A remark for each place of each finding, in both languages. */
function notesOf({ findings }: PreflightResult): ProofNote[] {
  return findings.flatMap(({ rule, severity, detail, places }): ProofNote[] => {
    const { message, note } = pressRule(rule, severity)
    const advice = note({ detail, places, more: 0 })
    const say = (figure?: string) => {
      const { en, zh } = message({ detail, places: [], more: 0 })
      const value = figure === undefined ? '' : ` ${figure}`
      return `${zh}${value}\n${advice.zh}\n${en}${value}\n${advice.en}`
    }
    if (places.length === 0) return [{ severity, label: label(rule, detail), text: say() }]
    return places.map(({ page, box, figure }) => ({
      severity,
      page,
      box,
      label: label(rule, figure ?? detail),
      text: say(figure),
    }))
  })
}

function label(rule: string, value: string | undefined): string {
  return value === undefined ? rule : `${rule} ${value}`.slice(0, 60)
}

async function write(place: string, bytes: Uint8Array): Promise<void> {
  const staged = await stageFile(place, bytes)
  try {
    await staged.settle()
  } finally {
    await staged.clear()
  }
}
