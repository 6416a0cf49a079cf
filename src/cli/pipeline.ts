import type * as pipeline from '../pipeline/index.js'

/** What the command line asks of the pipeline, which is loaded only when a command runs: `--version` is quick. */
export type Pipeline = Pick<
  typeof pipeline,
  'archive' | 'build' | 'check' | 'checkPress' | 'doctor' | 'verify'
>
export type BuildRequest = pipeline.BuildOptions
export type BuildOutcome = pipeline.BuildResult
