import { createHash } from 'node:crypto'

export type Algorithm = 'sha256' | 'sha512'

/** Lower-case hexadecimal. */
export function digest(algorithm: Algorithm, bytes: Uint8Array): string {
  return createHash(algorithm).update(bytes).digest('hex')
}
