import type { Finding, Place, Sighting } from './finding.js'
import { toMillimetres, type PageBoxes } from './read-boxes.js'

/** Places of one thing that are listed of a page. */
const most = 20

/** Sights of the same thing become one finding; errors come first, then as the checks stand. */
export function groupSightings(
  sightings: readonly Sighting[],
  boxesOf: (page: number) => PageBoxes | undefined,
): Finding[] {
  const groups = new Map<string, Sighting[]>()
  for (const sighting of sightings) {
    const key = JSON.stringify([sighting.rule, sighting.severity, sighting.detail])
    groups.set(key, [...(groups.get(key) ?? []), sighting])
  }
  const ranks = { error: 0, warning: 1, info: 2 }
  return [...groups.values()]
    .map((group): Finding => {
      const [first] = group
      const places = group.flatMap(({ page, box, figure }): Place[] => {
        const boxes = page === undefined ? undefined : boxesOf(page)
        const millimetres = box && boxes && toMillimetres(box, boxes)
        return page === undefined ? [] : [{ page, box, millimetres, figure }]
      })
      const listed = places
        .toSorted((a, b) => a.page - b.page)
        .filter((place, at, all) => at < most || all[at - most]?.page !== place.page)
      return {
        rule: first?.rule ?? 'pdf-readable',
        severity: first?.severity ?? 'error',
        detail: first?.detail,
        places: listed,
        more: places.length - listed.length,
      }
    })
    .toSorted((a, b) => ranks[a.severity] - ranks[b.severity])
}
