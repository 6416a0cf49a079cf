import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MachineError } from '../../../src/diagnostics/index.js'
import { fileAsset } from '../../../src/manuscript/file-asset.js'

test('a large picture is read when it is asked for, and refused when it has changed since it was checked', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kanben-asset-'))
  try {
    const file = join(folder, 'p.png')
    const bytes = Buffer.from('picture')
    await writeFile(file, bytes)
    const asset = fileAsset({ path: 'p.png', mediaType: 'image/png', width: 2, height: 1, bytes }, file)
    expect(Buffer.from(asset.bytes).toString()).toBe('picture')
    expect(asset.bytes).not.toBe(bytes)
    await writeFile(file, 'another')
    expect(() => asset.bytes).toThrow(MachineError)
    await rm(file)
    expect(() => asset.bytes).toThrow(/p\.png was changed/)
  } finally {
    await rm(folder, { recursive: true })
  }
})
