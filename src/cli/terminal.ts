/** The world of the command line, handed in so that tests can stand in for it. */
export interface Terminal {
  /** Arguments after the program's name. */
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  /** Folder that relative paths start from. */
  readonly cwd: string
  readonly out: Output
  readonly err: Output
  /** Milliseconds, monotonic. */
  now(): number
}

export interface Output {
  readonly isTTY: boolean
  readonly columns: number | undefined
  write(text: string): void
}

/** Whether to paint: NO_COLOR and FORCE_COLOR decide (no-color.org), else the terminal. */
export function wantsColour({ env }: Terminal, output: Output): boolean {
  if (env['NO_COLOR']) return false
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0'
  return output.isTTY && env['TERM'] !== 'dumb'
}
