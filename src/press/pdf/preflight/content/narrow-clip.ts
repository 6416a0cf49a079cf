import type { Clip, Polygon } from './mark.js'
import { boxAround, isUprightRectangle, meet } from './path-builder.js'

/** What is left of a clip within a path (ISO 32000-1, 8.5.4). */
export function narrowClip(parent: Clip | undefined, polygons: readonly Polygon[], evenOdd: boolean): Clip {
  const own = boxAround(polygons)
  const box = own && (parent ? meet(own, parent.box) : own)
  const isBox = isUprightRectangle(polygons) && (parent?.isBox ?? true)
  // A clip that lets nothing through is a point that nothing meets.
  return { parent, polygons, evenOdd, box: box ?? [Infinity, Infinity, -Infinity, -Infinity], isBox }
}
