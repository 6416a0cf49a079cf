import { findProfileProblem, PressTransform, type ProfileProblem } from './pdf/index.js'

/** Whether a profile can be printed with, by its header and tables and then by turning a colour into ink. */
export async function checkProfile(bytes: Uint8Array): Promise<ProfileProblem | undefined> {
  const problem = findProfileProblem(bytes)
  if (problem !== undefined) return problem
  try {
    const transform = await PressTransform.open({
      profile: bytes,
      intent: 'relative',
      blackPointCompensation: true,
    })
    transform.colours(Uint16Array.of(65535, 0, 0))
    return undefined
  } catch {
    // The header is whole and what it leads to is not.
    return { kind: 'damaged' }
  }
}
