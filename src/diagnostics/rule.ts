/** One sentence in both languages of the house. */
export interface Bilingual {
  readonly en: string
  readonly zh: string
}

/** Errors stop the pipeline at the end of the stage; warnings and notices do not. */
export type Severity = 'error' | 'warning' | 'info'

/**
 * An expectation about manuscripts. The id names the expectation (`image-exists`), the message says what is wrong,
 * the note says what to do.
 */
export interface Rule<Data> {
  readonly id: string
  readonly severity: Severity
  readonly message: (data: Data) => Bilingual
  readonly note: (data: Data) => Bilingual
}

/** Gives a rule its data type; the identity function otherwise. */
export function defineRule<Data = Readonly<Record<string, never>>>(rule: Rule<Data>): Rule<Data> {
  return rule
}
