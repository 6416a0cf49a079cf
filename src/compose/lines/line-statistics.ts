import type { PlannedLines } from '../../issue/lines.js'
import { loosest } from './line-demerits.js'

/** Figures of composed lines. Gaps in em: by how much characters stand farther apart than solid, or closer. */
export interface LineStatistics {
  readonly paragraphs: number
  readonly lines: number
  readonly gap: { readonly p95: number; readonly p99: number; readonly max: number }
  /** Of the gaps of neighbouring lines, 95th percentile. */
  readonly difference: number
  /** Closing marks at line ends, and how many of them are half an em wide. */
  readonly endMarks: number
  readonly halfEndMarks: number
  /** Marks that hang beyond the measure; among the half ones. */
  readonly hungMarks: number
  /** Places at which space was given or taken. */
  readonly adjustments: number
}

/** The last line of a paragraph is solid by nature and not counted. */
export function lineStatistics(paragraphs: readonly PlannedLines[]): LineStatistics {
  const gaps: number[] = []
  const differences: number[] = []
  let endMarks = 0
  let halfEndMarks = 0
  let hungMarks = 0
  for (const { lines } of paragraphs) {
    hungMarks += lines.filter(({ hung }) => hung).length
    const full = lines.slice(0, -1)
    for (const [i, line] of full.entries()) {
      gaps.push(Math.abs(line.gap))
      const before = full[i - 1]
      if (before) differences.push(Math.abs(before.gap - line.gap))
      if (line.halfEnd ?? line.fullEnd) endMarks++
      if (line.halfEnd) halfEndMarks++
    }
  }
  gaps.sort((a, b) => a - b)
  differences.sort((a, b) => a - b)
  return {
    paragraphs: paragraphs.length,
    lines: paragraphs.reduce((sum, { lines }) => sum + lines.length, 0),
    gap: { p95: quantile(gaps, 0.95), p99: quantile(gaps, 0.99), max: quantile(gaps, 1) },
    difference: quantile(differences, 0.95),
    endMarks,
    halfEndMarks,
    hungMarks,
    adjustments: paragraphs.reduce((sum, { adjustments }) => sum + adjustments.length, 0),
  }
}

/** Em by which the loosest line's characters stand apart, or the tightest one's closer than solid. */
export function widestGap({ lines }: PlannedLines): number {
  return lines.reduce((most, { gap }) => Math.max(most, Math.abs(gap)), 0)
}

/** Whether a line is so loose that its paragraph is named. */
export function isLoose(plan: PlannedLines): boolean {
  return widestGap(plan) > loosest
}

function quantile(sorted: readonly number[], share: number): number {
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return Math.round(value * 10_000) / 10_000
}
