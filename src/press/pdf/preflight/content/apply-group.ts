import type { Mark } from './mark.js'

/** What a transparency group takes as a whole (ISO 32000-1, 11.6.6) is laid on each of its marks. */
export function applyGroup(
  marks: Mark[],
  from: number,
  { alpha, blendMode, isMasked }: Pick<Mark, 'alpha' | 'blendMode' | 'isMasked'>,
): void {
  if (alpha === 1 && blendMode === 'Normal' && !isMasked) return
  for (const [at, mark] of marks.entries()) {
    if (at < from) continue
    marks[at] = {
      ...mark,
      alpha: mark.alpha * alpha,
      blendMode: blendMode === 'Normal' ? mark.blendMode : blendMode,
      isMasked: mark.isMasked || isMasked,
    }
  }
}
