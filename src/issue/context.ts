/** Progress as the pipeline tells it; `cli/` decides how, and whether, to show it. */
export interface Reporter {
  /** A stage begins. */
  stage(name: StageName): void
  /** Something countable about the stage under way. */
  detail(detail: { readonly pages?: number; readonly articles?: number }): void
}

export type StageName =
  | 'load'
  | 'parse'
  | 'transform'
  | 'assemble'
  | 'fonts'
  | 'galley'
  | 'compose'
  | 'makeup'
  | 'print'
  | 'finish'
  | 'press'
  | 'ebook'
  | 'web'
  | 'archive'
  | 'verify'
  | 'write'

/** Seconds since 1970 that all dates in outputs come from: `SOURCE_DATE_EPOCH`, else the date. */
export interface Clock {
  readonly sourceDateEpoch: number | undefined
  /** Milliseconds, monotonic, for progress only. */
  now(): number
}

/** The world, handed to the stages that need it. No stage reads the environment, the time or the console itself. */
export interface Context {
  readonly clock: Clock
  readonly reporter: Reporter
  readonly signal: AbortSignal
  /** Browser to use instead of the packaged one, from an option or `PUPPETEER_EXECUTABLE_PATH`. */
  readonly browserPath: string | undefined
}
