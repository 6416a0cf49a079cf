import { readFileSync, statSync } from 'node:fs'
import { MachineError } from '../diagnostics/index.js'
import type { Asset } from '../issue/index.js'

/**
 * A picture whose bytes are read from its file whenever somebody asks for them: an issue of photographs is larger than
 * the memory that its build may take.
 *
 * @throws MachineError on reading bytes that are no longer those that were checked
 */
export function fileAsset({ path, mediaType, width, height, bytes }: Asset, absolute: string): Asset {
  const checked = `${bytes.length} ${changed(absolute)}`
  return {
    path,
    mediaType,
    width,
    height,
    get bytes() {
      const now = read(absolute)
      if (now !== undefined && `${now.length} ${changed(absolute)}` === checked) return now
      throw new MachineError(
        { en: `${path} was changed while the issue was being built`, zh: `构建期间 ${path} 被改动了` },
        { en: 'build the issue again', zh: '请重新构建' },
      )
    },
  }
}

function changed(absolute: string): number | undefined {
  return statSync(absolute, { throwIfNoEntry: false })?.mtimeMs
}

function read(absolute: string): Uint8Array | undefined {
  try {
    return readFileSync(absolute)
  } catch {
    return undefined // taken away in the meantime
  }
}
