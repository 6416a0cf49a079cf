import { readFileSync } from 'node:fs'

/** The free profile that comes with us: offset on coated paper, at most 300 % of ink. Its licence lies beside it. */
export const freeProfile = {
  /** Its printing condition in the ICC's registry of characterisation data. */
  condition: 'FOGRA39',
  read: (): Uint8Array =>
    new Uint8Array(readFileSync(new URL('../../profiles/ISOcoated_v2_300_bas.icc', import.meta.url))),
}
