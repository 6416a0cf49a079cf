import type { Bilingual } from './rule.js'

/**
 * The machine lacks something that a build needs: a browser, a font package, a writable folder. It is neither the
 * author's mistake nor a bug of ours; the command line shows both sentences and exits with code 3.
 */
export class MachineError extends Error {
  override readonly name = 'MachineError'

  /**
   * @param reason what is missing
   * @param fix what to install or to set
   */
  constructor(
    readonly reason: Bilingual,
    readonly fix: Bilingual,
    options?: ErrorOptions,
  ) {
    super(reason.en, options)
  }
}
