/** What the program tells the shell. */
export const exitCode = {
  done: 0,
  /** The manuscript has errors. */
  manuscript: 1,
  /** The command line is wrong. */
  usage: 2,
  /** The machine lacks something. */
  machine: 3,
  /** A bug of ours (EX_SOFTWARE of sysexits). */
  bug: 70,
} as const
