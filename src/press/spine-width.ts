import type { CoverSetting } from '../issue/index.js'

/**
 * Width of a bound spine in mm: leaves times the thickness of one. Where paper is known by weight, a leaf is as thick as
 * grammage × bulk (ISO 534: specific volume is thickness by grammage), g/m² × cm³/g being µm.
 *
 * @param pages of the whole issue; the leaf of the front cover, and that of the back cover when the last page is on it, are
 * the cover's own and not counted
 */
export function spineWidth(pages: number, cover: CoverSetting): number {
  if (cover.spine !== undefined) return cover.spine
  const thickness = cover.paperThickness ?? ((cover.grammage ?? 0) * (cover.bulk ?? 0)) / 1000
  const leaves = Math.max(0, Math.ceil(pages / 2) - (cover.back === 'last-page' ? 2 : 1))
  return Math.round(leaves * thickness * 100) / 100
}
