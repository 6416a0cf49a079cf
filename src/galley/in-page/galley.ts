import type { Galley, LineToken, PlannedLines } from '../../issue/index.js'
import type { GalleyRequest } from '../galley-options.js'
import { alignRuby } from './align-ruby.js'
import { evenLines } from './even-lines.js'
import { hideText } from './hide-text.js'
import { keyNodes } from './key-nodes.js'
import { measurePart } from './measure-part.js'
import type { LockReport } from './lock-lines.js'
import { lockSites } from './lock-ragged.js'
import { measureTokens } from './measure-tokens.js'
import { readParagraphs, type ReadParagraphs } from './read-paragraphs.js'
import { setParts, type SetPart } from './set-parts.js'
import { spaceRuby } from './space-ruby.js'

declare global {
  var kanbenGalley: {
    readonly measure: (request: GalleyRequest) => Galley[]
    readonly readParagraphs: (request: GalleyRequest) => Pick<ReadParagraphs, 'paragraphs' | 'styles'>
    readonly measureTokens: (tokens: readonly LineToken[]) => number[]
    readonly lockLines: (plans: readonly (PlannedLines | null)[]) => LockReport
    /** The paragraphs that were read last. */
    reading: ReadParagraphs | undefined
    readonly set: Map<string, SetPart>
    /** Ids of parts whose grown lines have had their room; after their lines are locked. */
    readonly evened: Set<string>
  }
}

/**
 * Sets the document as galleys and reads them: write, read, write, read, whatever the number of parts. Parts that were
 * set before are only read again.
 */
function measure(request: GalleyRequest): Galley[] {
  setFresh(request, false)
  const parts = request.parts.flatMap(({ id }) => set.get(id) ?? [])
  for (const part of parts) {
    if (!evened.has(part.id)) evenLines(part.flow, request.pitch)
    evened.add(part.id)
  }
  alignRuby(parts.map(({ element }) => element))
  return parts.map((part) => measurePart(part, request))
}

/**
 * Sets the parts that were not set before.
 *
 * @param hides whether text whose lines are still to be composed is hidden until it is locked
 */
function setFresh(request: GalleyRequest, hides: boolean): void {
  const parts = request.parts.filter(({ id }) => !set.has(id))
  // It was hidden until now, see `printReading`.
  document.body.style.removeProperty('content-visibility')
  if (hides) hideText(parts)
  const fresh = setParts({ ...request, parts })
  spaceRuby(fresh.map(({ element }) => element))
  for (const part of fresh) {
    keyNodes(part.id, part.flow, [...part.notes, ...part.openingNotes], request.pitch)
    set.set(part.id, part)
  }
}

// The script may run in the page again; what was set and read stays.
const before = globalThis.kanbenGalley as typeof globalThis.kanbenGalley | undefined
const set = before?.set ?? new Map<string, SetPart>()
const evened = before?.evened ?? new Set<string>()
globalThis.kanbenGalley = {
  measure,
  readParagraphs: (request) => {
    setFresh(request, true)
    const parts = request.parts.flatMap(({ id }) => set.get(id) ?? [])
    const reading = readParagraphs(parts)
    globalThis.kanbenGalley.reading = reading
    return { paragraphs: reading.paragraphs, styles: reading.styles }
  },
  measureTokens: (tokens) => measureTokens(globalThis.kanbenGalley.reading?.fonts ?? [], tokens),
  lockLines: (plans) => lockSites(globalThis.kanbenGalley.reading?.locks ?? [], plans),
  reading: before?.reading,
  set,
  evened,
}
