import type { Box, Finding, Place, Sighting } from './finding.js'
import { grow, toMillimetres, type PageBoxes } from './read-boxes.js'

/** Places of one thing that are listed of a page. */
const most = 20
/** Marks this near to each other, in points, are one place: a line of characters, lines of a paragraph. */
const near = 9

/** Sights of the same thing become one finding; errors come first, then as the checks stand. */
export function groupSightings(
  sightings: readonly Sighting[],
  boxesOf: (page: number) => PageBoxes | undefined,
): Finding[] {
  const groups = new Map<string, Sighting[]>()
  for (const sighting of sightings) {
    const key = JSON.stringify([sighting.rule, sighting.severity, sighting.detail])
    const group = groups.get(key)
    if (group) group.push(sighting)
    else groups.set(key, [sighting])
  }
  const ranks = { error: 0, warning: 1, info: 2 }
  return [...groups.values()]
    .flatMap((group): Finding[] => {
      const [first] = group
      if (first === undefined) return []
      const places = joinNeighbours(group)
      const listed = places.filter((place, at) => at < most || places[at - most]?.page !== place.page)
      const { rule, severity, detail } = first
      return [
        {
          rule,
          severity,
          detail,
          places: listed.map((place) => withMillimetres(place, boxesOf(place.page))),
          more: places.length - listed.length,
        },
      ]
    })
    .toSorted((a, b) => ranks[a.severity] - ranks[b.severity])
}

/** The places in the order of the pages, those that adjoin with the same figure as one. */
function joinNeighbours(group: readonly Sighting[]): Place[] {
  const places: Place[] = []
  for (const { page, box, figure } of group.toSorted((a, b) => (a.page ?? 0) - (b.page ?? 0))) {
    if (page === undefined) continue
    const last = places.at(-1)
    const joined =
      box && last?.box && last.page === page && last.figure === figure ? join(last.box, box) : undefined
    if (joined) places[places.length - 1] = { page, box: joined, figure }
    else places.push({ page, box, figure })
  }
  return places
}

function join(a: Box, b: Box): Box | undefined {
  const [left, bottom, right, top] = grow(a, near)
  if (b[2] < left || b[0] > right || b[3] < bottom || b[1] > top) return undefined
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}

function withMillimetres(place: Place, boxes: PageBoxes | undefined): Place {
  return place.box && boxes ? { ...place, millimetres: toMillimetres(place.box, boxes) } : place
}
