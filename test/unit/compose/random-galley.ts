import fc from 'fast-check'
import type {
  BreakBefore,
  Galley,
  GalleyBlock,
  GalleyContainer,
  GalleyFloat,
  GalleyNote,
  Slice,
} from '../../../src/issue/galley.js'
import type { ComposeGeometry } from '../../../src/issue/page-plan.js'

type Seed =
  | { type: 'paragraph'; lines: number; notes: number[]; hyphen: boolean }
  | { type: 'heading'; height: number; space: number }
  | { type: 'block'; height: number }
  | { type: 'list'; items: number }
  | { type: 'table'; rows: number; wide: boolean }
  | { type: 'wide'; height: number }
  | { type: 'forced'; at: 'column' | 'page' }

export interface Case {
  readonly galley: Galley
  readonly geometry: ComposeGeometry
}

export interface Bounds {
  readonly blocks: number
  readonly lines: readonly [number, number]
  readonly columns: readonly number[]
  readonly paragraph: number
  readonly floats: number
  readonly notes: boolean
  readonly wide: boolean
}

export const ANY: Bounds = {
  blocks: 16,
  lines: [4, 14],
  columns: [1, 2, 3],
  paragraph: 9,
  floats: 3,
  notes: true,
  wide: true,
}

/** Random galleys within bounds, with the page they are set for. */
export function galleys(bounds: Bounds): fc.Arbitrary<Case> {
  const note = fc.integer({ min: 1, max: 6 })
  const kinds: fc.Arbitrary<Seed>[] = [
    fc.record({
      type: fc.constant('paragraph' as const),
      lines: fc.integer({ min: 1, max: bounds.paragraph }),
      notes: bounds.notes
        ? fc.oneof({ weight: 3, arbitrary: fc.constant<number[]>([]) }, fc.array(note, { maxLength: 2 }))
        : fc.constant<number[]>([]),
      hyphen: fc.boolean(),
    }),
    fc.record({
      type: fc.constant('heading' as const),
      height: fc.integer({ min: 1, max: 2 }),
      space: fc.integer({ min: 0, max: 2 }),
    }),
    fc.record({ type: fc.constant('block' as const), height: fc.integer({ min: 1, max: bounds.lines[1] }) }),
    fc.record({ type: fc.constant('list' as const), items: fc.integer({ min: 1, max: bounds.paragraph }) }),
    fc.record({
      type: fc.constant('table' as const),
      rows: fc.integer({ min: 1, max: bounds.paragraph }),
      wide: bounds.wide ? fc.boolean() : fc.constant(false),
    }),
    fc.record({
      type: fc.constant('forced' as const),
      at: fc.constantFrom('column' as const, 'page' as const),
    }),
  ]
  if (bounds.wide) {
    kinds.push(
      fc.record({ type: fc.constant('wide' as const), height: fc.integer({ min: 1, max: bounds.lines[1] }) }),
    )
  }
  const weights = [8, 3, 1, 2, 1, 1, 2]
  const seeds = fc.array(fc.oneof(...kinds.map((arbitrary, i) => ({ weight: weights[i] ?? 1, arbitrary }))), {
    minLength: 1,
    maxLength: bounds.blocks,
  })
  const places = fc.subarray(['here', 'top', 'bottom', 'page'] as const, { minLength: 1 })
  const float = fc.record({
    kind: fc.constantFrom('figure' as const, 'table' as const),
    width: bounds.wide ? fc.constantFrom('column' as const, 'page' as const) : fc.constant('column' as const),
    height: fc.integer({ min: 1, max: bounds.lines[1] + 1 }),
    gap: fc.integer({ min: 0, max: 1 }),
    places,
    home: fc.integer({ min: 0, max: bounds.blocks }),
    back: fc.integer({ min: 0, max: 6 }),
  })
  return fc
    .record({
      seeds,
      floats: fc.array(float, { maxLength: bounds.floats }),
      openings: bounds.notes ? fc.array(note, { maxLength: 1 }) : fc.constant<number[]>([]),
      lines: fc.integer({ min: bounds.lines[0], max: bounds.lines[1] }),
      columns: fc.constantFrom(...bounds.columns),
      notesAt: fc.constantFrom('column' as const, 'page' as const),
    })
    .map(({ seeds: chosen, floats, openings, lines, columns, notesAt }) => ({
      galley: build(chosen, floats, openings),
      geometry: { columns, lines, notes: { at: notesAt, separator: 60, gap: 20 } },
    }))
}

interface FloatSeed extends Omit<GalleyFloat, 'key' | 'anchor'> {
  readonly back: number
}

function build(
  seeds: readonly Seed[],
  floatSeeds: readonly FloatSeed[],
  openings: readonly number[],
): Galley {
  const blocks: GalleyBlock[] = []
  const containers: GalleyContainer[] = []
  const slices: Slice[] = []
  const notes: GalleyNote[] = []
  const starts: number[] = []
  let afterHeading = false
  let forced: 'column' | 'page' | undefined
  const noteOf = (strips: number, key: string): GalleyNote => ({
    key,
    strips: Array.from({ length: strips }, () => 80),
  })
  const add = (slice: Omit<Slice, 'block'>, role: GalleyBlock['role']): void => {
    if (slice.index === 0) {
      starts.push(slices.length)
      blocks.push({ key: `b${blocks.length}`, role })
    }
    const breakBefore: BreakBefore =
      forced ?? (afterHeading && slice.index === 0 ? 'forbidden' : (slice.breakBefore ?? 'free'))
    forced = undefined
    slices.push({ ...slice, block: blocks.length - 1, breakBefore })
  }
  for (const seed of seeds) {
    if (seed.type === 'forced') {
      forced = slices.length > 0 && !afterHeading ? seed.at : undefined
      continue
    }
    if (seed.type === 'paragraph') {
      for (let i = 0; i < seed.lines; i += 1) {
        const called =
          i === seed.lines - 1
            ? seed.notes.map((strips) => notes.push(noteOf(strips, `n${notes.length}`)) - 1)
            : []
        const lone = i > 0 && (i < 2 || seed.lines - i < 2)
        add(
          {
            kind: 'line',
            index: i,
            height: 1,
            breakBefore: lone ? 'lone' : 'free',
            notes: called,
            hyphen: seed.hyphen && i === 1,
          },
          'text',
        )
      }
    } else if (seed.type === 'heading') {
      add(
        { kind: 'block', index: 0, height: seed.height, spaceBefore: seed.space, breakBefore: 'free' },
        'heading',
      )
    } else if (seed.type === 'block' || seed.type === 'wide') {
      const span = seed.type === 'wide' ? 'page' : 'column'
      add(
        { kind: 'block', index: 0, height: seed.height, spaceBefore: 1, breakBefore: 'free', span },
        'other',
      )
    } else if (seed.type === 'list') {
      const list = containers.push({ key: `c${containers.length}`, kind: 'list', opening: 0, closing: 0 }) - 1
      for (let i = 0; i < seed.items; i += 1) {
        add(
          {
            kind: 'line',
            index: 0,
            height: 1,
            containers: [list],
            breakBefore: i === 0 ? 'discouraged' : 'free',
          },
          'item',
        )
        afterHeading = false
      }
    } else {
      const table =
        containers.push({ key: `c${containers.length}`, kind: 'table', opening: 1, closing: seed.rows % 2 }) -
        1
      const span = seed.wide ? 'page' : 'column'
      for (let i = 0; i < seed.rows; i += 1) {
        const height = i === 0 ? 2 : 1
        add(
          {
            kind: 'row',
            index: 0,
            height,
            spaceBefore: i === 0 ? 1 : 0,
            containers: [table],
            breakBefore: i === 1 ? 'forbidden' : 'free',
            span,
          },
          'row',
        )
        afterHeading = false
      }
    }
    afterHeading = seed.type === 'heading'
  }
  starts.push(slices.length)
  const homes = floatSeeds
    .map((float) => starts[Math.min(float.home, starts.length - 1)] ?? 0)
    .sort((a, b) => a - b)
  const floats = floatSeeds.map((float, i): GalleyFloat => {
    const { back, ...rest } = float
    const home = homes[i] ?? 0
    return { ...rest, key: `f${i}`, home, anchor: Math.max(0, home - back) }
  })
  return {
    id: 'a',
    blocks,
    containers,
    slices,
    floats,
    notes,
    openingNotes: openings.map((strips, i) => noteOf(strips, `o${i}`)),
  }
}

/** Bounds that a brute-force composer can search. */
export const TINY: Bounds = {
  blocks: 4,
  lines: [3, 5],
  columns: [1, 2],
  paragraph: 3,
  floats: 1,
  notes: true,
  wide: false,
}

/** Galleys for the brute-force composer: no forced breaks, notes of one strip, floats that may stand anywhere. */
export function tiny(bounds: Bounds): fc.Arbitrary<Case> {
  return galleys(bounds)
    .filter(({ galley, geometry }) => {
      const isSmall = galley.slices.length <= 7 && galley.openingNotes.length === 0
      return (
        isSmall &&
        galley.slices.every((slice) => slice.height + 1 + 2 * (slice.notes?.length ?? 0) <= geometry.lines)
      )
    })
    .map(({ galley, geometry }) => ({
      geometry,
      galley: {
        ...galley,
        slices: galley.slices.map((slice) => ({
          ...slice,
          breakBefore:
            slice.breakBefore === 'column' || slice.breakBefore === 'page' ? 'free' : slice.breakBefore,
        })),
        notes: galley.notes.map((note) => ({ ...note, strips: [80] })),
        floats: galley.floats.map((float) => ({
          ...float,
          height: Math.min(float.height, geometry.lines),
          places: ['here', 'top', 'bottom', 'page'] as const,
        })),
      },
    }))
}
