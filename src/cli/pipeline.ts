import type * as pipeline from '../pipeline/index.js'

/** What the command line asks of the pipeline, which is loaded only when a command runs: `--version` is quick. */
export interface Pipeline {
  build(options: BuildRequest, context: Parameters<typeof pipeline.build>[1]): Promise<BuildOutcome>
  check: typeof pipeline.check
  doctor: typeof pipeline.doctor
}

/** Options of a build, with those that concern the composer. */
export interface BuildRequest extends pipeline.BuildOptions {
  /** Let the browser make the pages. */
  readonly native?: boolean | undefined
  /** Print the grid of lines and characters under the text. */
  readonly showGrid?: boolean | undefined
  /** Count lines and pages. */
  readonly stats?: boolean | undefined
}

/** Result of a build, with the figures that were asked for. */
export interface BuildOutcome extends pipeline.BuildResult {
  readonly stats?: unknown
}
