import type { VFile } from 'vfile'
import { ebookFontsBounded, report } from '../diagnostics/index.js'
import type { SubsetFace, Theme } from '../issue/index.js'

/** Says when the fonts of an ebook are larger together than its theme allows, with the families that weigh most. */
export function checkFontBudget(
  { ebookFontBudget: budget }: Pick<Theme, 'ebookFontBudget'>,
  faces: readonly Pick<SubsetFace, 'family' | 'bytes'>[],
  file: VFile,
): void {
  if (budget === undefined) return
  const sizes = new Map<string, number>()
  for (const { family, bytes } of faces) sizes.set(family, (sizes.get(family) ?? 0) + bytes.length)
  const families = [...sizes]
    .map(([family, bytes]) => ({ family, bytes }))
    .toSorted((a, b) => b.bytes - a.bytes)
  const bytes = families.reduce((sum, family) => sum + family.bytes, 0)
  if (bytes > budget) report(file, ebookFontsBounded, undefined, { bytes, budget, families })
}
