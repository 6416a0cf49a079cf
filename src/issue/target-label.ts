import type { TargetKind } from './hypertext.js'

/**
 * What a numbered target is called: 图1, 表2 (GB/T 7713.2, CY/T 170 and 171), 式（1）.
 *
 * @returns `undefined` for what has no number
 */
export function targetLabel(target: {
  readonly kind: TargetKind
  readonly number?: number | undefined
}): string | undefined {
  const { kind, number } = target
  if (number === undefined) return undefined
  if (kind === 'figure') return `图${number}`
  if (kind === 'table') return `表${number}`
  return kind === 'equation' ? `式（${number}）` : undefined
}
