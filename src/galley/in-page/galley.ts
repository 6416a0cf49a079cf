import type { Galley } from '../../issue/index.js'
import type { GalleyRequest } from '../galley-options.js'
import { keyNodes } from './key-nodes.js'
import { measurePart } from './measure-part.js'
import { setParts } from './set-parts.js'

declare global {
  var kanbenGalley: { readonly measure: (request: GalleyRequest) => Galley[] }
}

/** Sets the document as galleys and reads them: write, read, write, read, whatever the number of parts. */
function measure(request: GalleyRequest): Galley[] {
  const parts = setParts(request)
  for (const part of parts) {
    keyNodes(part.id, part.flow, [...part.notes, ...part.openingNotes], request.pitch)
  }
  return parts.map((part) => measurePart(part, request))
}

globalThis.kanbenGalley = { measure }
