/** What an ICC profile says about itself (ICC.1:2010, 7.2). */
export interface IccProfile {
  readonly bytes: Uint8Array
  /** `prtr`, `mntr`, `scnr`, … */
  readonly deviceClass: string
  /** `CMYK`, `RGB `, `GRAY`, … */
  readonly space: string
  readonly tags: ReadonlySet<string>
}

/** Why a profile cannot be printed with. */
export type ProfileProblem =
  | { readonly kind: 'damaged' }
  | { readonly kind: 'class'; readonly found: string }
  | { readonly kind: 'space'; readonly found: string }
  | { readonly kind: 'table'; readonly found: string }

/**
 * Reads header and tag table.
 *
 * @returns undefined when it is no profile, or cut off
 */
export function readProfile(bytes: Uint8Array): IccProfile | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (data.length < 132 || data.toString('latin1', 36, 40) !== 'acsp') return undefined
  if (data.readUInt32BE(0) > data.length) return undefined
  const count = data.readUInt32BE(128)
  if (132 + count * 12 > data.length) return undefined
  const tags = new Set<string>()
  for (let at = 132; at < 132 + count * 12; at += 12) {
    if (data.readUInt32BE(at + 4) + data.readUInt32BE(at + 8) > data.length) return undefined
    tags.add(data.toString('latin1', at, at + 4))
  }
  return {
    bytes,
    deviceClass: data.toString('latin1', 12, 16),
    space: data.toString('latin1', 16, 20),
    tags,
  }
}

/**
 * Whether a profile can be printed with: an output profile (`prtr`) of a CMYK press with tables towards the press, as
 * ISO 15930-7, 6.2.4 asks of the output intent.
 */
export function findProfileProblem(bytes: Uint8Array): ProfileProblem | undefined {
  const profile = readProfile(bytes)
  if (profile === undefined) return { kind: 'damaged' }
  if (profile.deviceClass !== 'prtr') return { kind: 'class', found: profile.deviceClass.trim() }
  if (profile.space !== 'CMYK') return { kind: 'space', found: profile.space.trim() }
  const missing = ['B2A0', 'A2B0'].find((tag) => !profile.tags.has(tag))
  return missing === undefined ? undefined : { kind: 'table', found: missing }
}
