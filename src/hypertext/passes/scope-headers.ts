import type { Element, Parents } from 'hast'

/** Gives every head cell of an HTML table its scope, as PDF/UA-1 7.5 asks: column in `thead`, row elsewhere. */
export function scopeHeaders(tree: Parents, inHead = false): void {
  for (const child of tree.children) {
    if (child.type !== 'element') continue
    if (child.tagName === 'th' && child.properties['scope'] === undefined) {
      child.properties['scope'] = scopeOf(child, inHead)
    }
    scopeHeaders(child, child.tagName === 'thead' || (inHead && child.tagName !== 'table'))
  }
}

function scopeOf({ properties }: Element, inHead: boolean): string {
  if (inHead) return Number(properties['colSpan'] ?? 1) > 1 ? 'colgroup' : 'col'
  return Number(properties['rowSpan'] ?? 1) > 1 ? 'rowgroup' : 'row'
}
