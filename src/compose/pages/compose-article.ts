import type { Galley } from '../../issue/galley.js'
import type { ArticlePlan, ComposeGeometry, ComposeOptions, PlanWarning } from '../../issue/page-plan.js'
import { PATIENT, type Effort } from './effort.js'
import { layOut } from './layout.js'
import type { Node } from './node.js'
import { search, searchGreedily } from './search.js'
import { measure } from './statistics.js'
import { readGalley } from './read-galley.js'
import type { Text } from './text.js'
import { roomOf, type Entry, type JumpEntry, type Task } from './task.js'

const NEW_RECTO: Entry = { side: 'recto', start: 0, foot: 0 }

/** A plan and how it was found. */
export interface Composed {
  readonly plan: ArticlePlan
  /** Points by the search's own count; equal to the measured cost. */
  readonly cost: number
  /** States the search kept at page ends. */
  readonly states: number
}

/**
 * Composes one article: the pages of least cost by the model of `cost.ts`. Pure; equal galleys give equal plans.
 *
 * @param entry side and place of the first page; a right-hand page from its top unless told otherwise
 */
export function composeArticle(
  galley: Galley,
  geometry: ComposeGeometry,
  options: ComposeOptions,
  entry: Entry = NEW_RECTO,
): ArticlePlan {
  const task = taskOf(galley, geometry, options, entry)
  return planOf(task, cheapest(task))
}

/** An article whose rest stands elsewhere. */
export interface Parted {
  /** As if the rest stood on new pages after the first ones: these are as they will be. */
  readonly plan: ArticlePlan
  /** The plan with the rest where it really begins. Undefined when there is no rest. */
  readonly goOn: ((rest: Omit<JumpEntry, 'page'>) => ArticlePlan) | undefined
}

/**
 * Composes an article of which only the first pages stand in its own place.
 *
 * @param pages how many; at least 1
 */
export function composeParted(
  galley: Galley,
  geometry: ComposeGeometry,
  options: ComposeOptions,
  entry: Entry,
  pages: number,
): Parted {
  const { side } = roomOf(entry, pages, geometry.lines)
  const supposed = taskOf(galley, geometry, options, {
    ...entry,
    jump: { page: pages, side, start: 0, foot: 0 },
  })
  const final = cheapest(supposed)
  if (final.page <= pages) return { plan: composeArticle(galley, geometry, options, entry), goOn: undefined }
  let turn = final
  while (turn.parent && !(turn.step.type === 'end' && turn.page === pages)) turn = turn.parent
  return {
    plan: planOf(supposed, final),
    goOn: (rest) => {
      const task = { ...supposed, entry: { ...entry, jump: { page: pages, ...rest } } }
      return planOf(task, cheapest(task, turn))
    },
  }
}

function cheapest(task: Task, from?: Node): Node {
  const found = cheaper(search(task, undefined, from).final, searchGreedily(task, from).final)
  if (task.text.floats.length === 0) return found
  const { statistics } = measure(task, layOut(task, found))
  if (!statistics.floatDistances.some((pages) => pages > NEAR)) return found
  return cheaper(found, search(task, PATIENT, from).final)
}

/** Pages between a float and its reference that a reader bridges without looking for it. */
const NEAR = 1

function cheaper(one: Node, other: Node): Node {
  return other.cost < one.cost ? other : one
}

/** Composes as a first-fit composer would, for comparison. */
export function composeGreedily(
  galley: Galley,
  geometry: ComposeGeometry,
  options: ComposeOptions,
  entry: Entry = NEW_RECTO,
): ArticlePlan {
  const task = taskOf(galley, geometry, options, entry)
  return planOf(task, searchGreedily(task).final)
}

/** Composes with a given effort and tells how the search went; for tests and benchmarks. */
export function composeWith(
  effort: Effort | undefined,
  galley: Galley,
  geometry: ComposeGeometry,
  options: ComposeOptions,
  entry: Entry = NEW_RECTO,
): Composed {
  const task = taskOf(galley, geometry, options, entry)
  const { final, states } = search(task, effort)
  return { plan: planOf(task, final), cost: final.cost, states }
}

function taskOf(galley: Galley, geometry: ComposeGeometry, options: ComposeOptions, entry: Entry): Task {
  return {
    text: readGalley(galley, geometry),
    entry,
    balance: options.balance ?? true,
    followed: options.followed ?? false,
  }
}

function planOf(task: Task, final: Node): ArticlePlan {
  const pages = layOut(task, final)
  const { statistics, warnings } = measure(task, pages)
  return {
    id: task.text.galley.id,
    pages,
    statistics,
    warnings: [...task.text.warnings, ...longNotes(task.text), ...warnings],
  }
}

/** Notes that no page can hold whole. */
function longNotes(text: Text): PlanWarning[] {
  const { galley, geometry } = text
  const has = geometry.lines - 1
  return [...galley.openingNotes, ...galley.notes].flatMap((note) => {
    const strips = note.strips.reduce((sum, strip) => sum + strip, 0)
    const needs = Math.ceil((strips + geometry.notes.separator) / 100)
    if (needs <= has) return []
    return [
      { kind: 'note-split-long' as const, article: galley.id, place: note.place, key: note.key, needs, has },
    ]
  })
}
