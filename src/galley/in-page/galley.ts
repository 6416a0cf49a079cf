import type { Galley } from '../../issue/index.js'
import type { GalleyRequest } from '../galley-options.js'
import { evenLines } from './even-lines.js'
import { keyNodes } from './key-nodes.js'
import { measurePart } from './measure-part.js'
import { setParts, type SetPart } from './set-parts.js'

declare global {
  var kanbenGalley: {
    readonly measure: (request: GalleyRequest) => Galley[]
    readonly set: Map<string, SetPart>
  }
}

/**
 * Sets the document as galleys and reads them: write, read, write, read, whatever the number of parts. Parts that were
 * set before are only read again.
 */
function measure(request: GalleyRequest): Galley[] {
  const fresh = setParts({ ...request, parts: request.parts.filter(({ id }) => !set.has(id)) })
  for (const part of fresh) {
    keyNodes(part.id, part.flow, [...part.notes, ...part.openingNotes], request.pitch)
    set.set(part.id, part)
  }
  for (const part of fresh) evenLines(part.flow, request.pitch)
  return request.parts.flatMap(({ id }) => {
    const part = set.get(id)
    return part ? [measurePart(part, request)] : []
  })
}

// The script may run in the page again; what was set stays set.
const set =
  (globalThis.kanbenGalley as typeof globalThis.kanbenGalley | undefined)?.set ?? new Map<string, SetPart>()
globalThis.kanbenGalley = { measure, set }
