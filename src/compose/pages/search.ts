import { EXHAUSTIVE, GREEDY, NARROW, WIDE, type Effort } from './effort.js'
import type { Node } from './node.js'
import type { Task } from './task.js'
import type { Turned } from './page-ends.js'
import { turnPage } from './turn-page.js'

/** Points of the storey above ordinary faults. */
const STOREY = 1e6
/** Pages that a wider search goes back. */
const BACK = 6

/** What a search found, and how much it looked at. */
export interface Found {
  readonly final: Node
  /** States at page ends that were kept: what the time depends on. */
  readonly states: number
}

/** The front of the search: what may have become of the pages up to here. */
interface Front {
  readonly nodes: readonly Node[]
  /** The cheapest state in which the article ends with the last of these pages. */
  readonly final: Node | undefined
}

/**
 * Looks for the pages of least cost, page by page: all states in which a page may end are kept, cheapest first, as
 * many as the effort allows. Where every state has a lone line or a broken keep that its front did not have, the last
 * pages are searched again with more effort.
 *
 * @param from state at a page's end to go on from
 */
export function search(task: Task, effort?: Effort, from: Node = beginning(task)): Found {
  const usual = effort ?? NARROW
  const fronts: Front[] = [{ nodes: [from], final: undefined }]
  let states = 1
  let best: Node | undefined
  let widened = 0
  for (let page = 0; ; page += 1) {
    let front = expand(task, usual, fronts[page], best)
    const before = storey(fronts[page])
    if (effort === undefined && page >= widened && storey(front) > before) {
      for (let again = Math.max(0, page - BACK, widened - BACK); again <= page; again += 1) {
        front = expand(task, WIDE, fronts[again], best)
        fronts[again + 1] = front
        states += front.nodes.length
      }
      widened = page + 1
    }
    fronts[page + 1] = front
    states += front.nodes.length
    if (front.final && (!best || front.final.cost < best.cost)) best = front.final
    const least = front.nodes[0]?.cost
    if (least === undefined || (best && least >= best.cost)) break
  }
  if (!best) throw new Error('The composer found no way to end the article')
  return { final: best, states }
}

/** The plan of a composer that fills each column as far as it goes and never looks back. */
export function searchGreedily(task: Task, from?: Node): Found {
  return search(task, GREEDY, from)
}

function beginning(task: Task): Node {
  const { book, count } = task.text
  const openings = book.openings()
  return {
    parent: undefined,
    step: { type: 'start' },
    at: 0,
    floats: 0,
    waiting: count === 0 ? book.append(openings, task.text.galley.openingNotes.length, book.count) : openings,
    cost: 0,
    needs: -1,
    slack: 0,
    minSlack: -1,
    areas: undefined,
    page: 0,
    facing: -1,
  }
}

function storey(front: Front | undefined): number {
  const node = front?.nodes[0]
  const final = front?.final
  const cost = Math.min(node?.cost ?? Number.POSITIVE_INFINITY, final?.cost ?? Number.POSITIVE_INFINITY)
  return Math.floor(cost / STOREY)
}

/** All states one page further, the cheapest first. */
function expand(task: Task, effort: Effort, front: Front | undefined, best: Node | undefined): Front {
  const turned = turnAll(task, effort, front, best)
  const isStuck = turned.ends.length === 0 && turned.finals.length === 0 && !best
  const { ends, finals } = isStuck ? turnAll(task, EXHAUSTIVE, front, best) : turned
  let final: Node | undefined
  for (const node of finals) if (!final || node.cost < final.cost) final = node
  const nodes = distinct(ends).sort(
    (a, b) =>
      a.cost - b.cost || b.at - a.at || b.floats - a.floats || a.waiting - b.waiting || a.facing - b.facing,
  )
  const most = (nodes[0]?.cost ?? 0) + effort.spread
  let kept = 0
  while (kept < nodes.length && kept < effort.beam && (nodes[kept]?.cost ?? 0) <= most) kept += 1
  nodes.length = kept
  return { nodes, final }
}

function turnAll(task: Task, effort: Effort, front: Front | undefined, best: Node | undefined): Turned {
  const turned: Turned = {
    ends: [],
    finals: [],
    trials: 0,
    least: Number.POSITIVE_INFINITY,
    best: best?.cost ?? Number.POSITIVE_INFINITY,
  }
  for (const node of front?.nodes ?? []) {
    turnPage(task, effort, node, turned)
    if (turned.trials > effort.trials && turned.ends.length + turned.finals.length > 0) break
  }
  return turned
}

/** The cheapest node of each state. */
function distinct(nodes: readonly Node[]): Node[] {
  const byPlace = new Map<number, Node[]>()
  for (const node of nodes) {
    const key = node.at * 2 ** 24 + node.floats
    const same = byPlace.get(key)
    if (!same) {
      byPlace.set(key, [node])
      continue
    }
    const index = same.findIndex((other) => other.waiting === node.waiting && other.facing === node.facing)
    const other = same[index]
    if (!other) same.push(node)
    else if (node.cost < other.cost) same[index] = node
  }
  return [...byPlace.values()].flat()
}
