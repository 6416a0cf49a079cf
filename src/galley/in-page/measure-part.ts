import { scaledOf } from './fit-to-page.js'
import type { FloatPlace, Galley, GalleyFloat, GalleyNote, Slice } from '../../issue/index.js'
import type { GalleyRequest } from '../galley-options.js'
import { measureFlow, type MeasuredFlow } from './measure-flow.js'
import { measureNote } from './measure-notes.js'
import { placeOf } from './place-of.js'
import type { SetPart } from './set-parts.js'
import { snapToGrid } from './snap-to-grid.js'

/** One part's galley, read from the part as it stands. */
export function measurePart(part: SetPart, request: GalleyRequest): Galley {
  if (part.setting === 'sheet') return sheetGalley(part, request)
  const { pitch } = request
  const flow = measureFlow(part.flow, { pitch, file: part.file, across: part.setting === 'measure' })
  const anchors = hangNotes(part, flow)
  const floats = flow.floats.map((float) => measureFloat(float, flow, part, pitch))
  const snapped = snapToGrid(flow.slices, pitch)
  const slices = flow.slices.map((slice, i): Slice => {
    const { height, spaceBefore, inset, natural } = snapped[i] ?? {
      height: 1,
      spaceBefore: 0,
      inset: 0,
      natural: pitch,
    }
    return {
      block: slice.block,
      kind: slice.kind,
      index: slice.index,
      height,
      ...(spaceBefore > 0 && { spaceBefore }),
      ...(slice.breakBefore !== 'free' && { breakBefore: slice.breakBefore }),
      ...(slice.span && { span: 'page' as const }),
      ...(slice.containers.length > 0 && { containers: slice.containers }),
      ...(slice.notes.length > 0 && { notes: slice.notes }),
      ...(slice.hyphen && { hyphen: true }),
      ...(slice.characters !== undefined && { characters: slice.characters }),
      ...(slice.fit === 'flowing' && flow.slices[i - 1]?.run === slice.run && { flowing: true }),
      ...(Math.abs(inset) > 0.01 && { inset }),
      ...(Math.abs(natural - height * pitch) > 0.01 && { natural }),
    }
  })
  const note = (element: HTMLElement): GalleyNote => measureNote(element, pitch, part.file)
  return {
    id: part.id,
    file: part.file,
    blocks: flow.blocks,
    containers: flow.containers,
    slices,
    floats,
    notes: anchors.map(note),
    openingNotes: part.openingNotes.map(note),
  }
}

/** A cover is one slice as tall as the type area; make-up gives it the whole sheet. */
function sheetGalley(part: SetPart, request: GalleyRequest): Galley {
  const key = `${part.id}:0`
  part.element.dataset['block'] = key
  return {
    id: part.id,
    file: part.file,
    blocks: [{ key, role: 'other' }],
    containers: [],
    slices: [{ block: 0, kind: 'block', index: 0, height: request.lines, span: 'page' }],
    floats: [],
    notes: [],
    openingNotes: [],
  }
}

/** Puts each note on the slice of its first call; returns the notes in that order. Notes that nothing calls come last. */
function hangNotes(part: SetPart, flow: MeasuredFlow): HTMLElement[] {
  const byId = new Map(part.notes.map((note) => [note.id, note]))
  const called: HTMLElement[] = []
  for (const call of part.element.querySelectorAll<HTMLAnchorElement>('a.note-call')) {
    const note = byId.get(decodeURIComponent((call.getAttribute('href') ?? '').slice(1)))
    if (note === undefined) continue
    const slice = flow.slices[sliceOfCall(call, flow)]
    if (slice === undefined) continue
    byId.delete(note.id)
    slice.notes.push(called.length)
    called.push(note)
  }
  for (const note of byId.values()) {
    flow.slices.at(-1)?.notes.push(called.length)
    called.push(note)
  }
  return called
}

/** A note called in a float belongs to the slice before the float's place. */
function sliceOfCall(call: Element, flow: MeasuredFlow): number {
  const slice = flow.sliceOf.get(call)
  if (slice !== undefined) return slice
  const float = flow.floats.find(({ element }) => element.contains(call))
  return Math.max(0, (float?.home ?? 1) - 1)
}

function measureFloat(
  float: { readonly element: HTMLElement; readonly home: number },
  flow: MeasuredFlow,
  part: SetPart,
  pitch: number,
): GalleyFloat {
  const { element, home } = float
  const wide = element.classList.contains('kb-wide') || part.setting === 'measure'
  const style = getComputedStyle(element)
  const places = style
    .getPropertyValue('--kb-float')
    .trim()
    .split(/[\s,]+/)
    .filter(isPlace)
  const reference = [...part.element.querySelectorAll(`a.reference[href="#${CSS.escape(element.id)}"]`)]
    .map((link) => flow.sliceOf.get(link))
    .find((slice) => slice !== undefined)
  const usual: FloatPlace[] = element.matches('.full')
    ? ['page']
    : wide
      ? ['top', 'bottom']
      : ['top', 'bottom', 'here']
  return {
    key: element.dataset['block'] ?? '',
    kind: element.matches('.table') ? 'table' : 'figure',
    width: wide ? 'page' : 'column',
    height: Math.max(1, Math.ceil((element.getBoundingClientRect().height - 0.1) / pitch)),
    gap: 1,
    places: places.length > 0 ? places : usual,
    home,
    anchor: reference ?? Math.max(0, home - 1),
    place: placeOf(element, part.file),
    scaled: scaledOf(element),
  }
}

function isPlace(word: string): word is FloatPlace {
  return word === 'here' || word === 'top' || word === 'bottom' || word === 'page'
}
