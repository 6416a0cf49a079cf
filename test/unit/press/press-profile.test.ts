import { expect, test } from 'vitest'
import { freeProfile } from '../../../src/press/free-profile.js'
import { checkProfile } from '../../../src/press/index.js'
import { srgbProfile } from '../../../src/press/pdf/srgb-profile.js'

const free = freeProfile.read()

/** The free profile with other bytes at a place. */
function changed(at: number, text: string): Uint8Array {
  const bytes = Buffer.from(free)
  bytes.write(text, at, 'latin1')
  return new Uint8Array(bytes)
}

test.each([
  ['the free one', free, undefined],
  ['no profile', new TextEncoder().encode('profile'.repeat(40)), { kind: 'damaged' }],
  ['nothing', new Uint8Array(), { kind: 'damaged' }],
  ['one that is cut off', free.subarray(0, 500_000), { kind: 'damaged' }],
  ['one of a screen', srgbProfile(), { kind: 'class', found: 'mntr' }],
  ['an output profile of RGB', changed(16, 'RGB '), { kind: 'space', found: 'RGB' }],
  [
    'one without a table',
    changed(Buffer.from(free).indexOf('B2A0'), 'XXXX'),
    { kind: 'table', found: 'B2A0' },
  ],
  [
    'a whole header before rubbish',
    new Uint8Array(Buffer.concat([free.subarray(0, 400), Buffer.alloc(free.length - 400, 7)])),
    { kind: 'damaged' },
  ],
])('%s', async (_, bytes, problem) => {
  expect(await checkProfile(bytes)).toEqual(problem)
})
