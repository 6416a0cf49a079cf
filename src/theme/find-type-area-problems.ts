import { PX_PER_MM } from '../issue/index.js'
import type { ThemeFile } from './theme-schema.js'

/** Mm between text and trim: what may be cut off by a guillotine that stands wrong. */
const safety = 3

export interface TypeAreaProblem {
  /** The key of `type-area` to look at. */
  readonly key: 'characters' | 'lines'
  readonly problem: string
}

/** Finds a type area (版心) that leaves less than 3 mm of the trimmed page at its foot or fore edge. */
export function findTypeAreaProblems({
  page: { trim },
  'type-area': area,
}: Pick<ThemeFile, 'page' | 'type-area'>): TypeAreaProblem[] {
  const characters = area.characters * area.columns + area['column-gap'] * (area.columns - 1)
  const width = characters * area['body-size']
  const height = area.lines * area.pitch
  const problems: TypeAreaProblem[] = []
  if (area['margin-inner'] + width > trim.width - safety * PX_PER_MM)
    problems.push({
      key: 'characters',
      problem: `columns and gaps are ${mm(width)} wide; with the inner margin of ${mm(area['margin-inner'])} less than ${safety} mm are left of a page ${mm(trim.width)} wide; set fewer characters, a smaller body-size or margin-inner`,
    })
  if (area['margin-top'] + height > trim.height - safety * PX_PER_MM)
    problems.push({
      key: 'lines',
      problem: `the lines are ${mm(height)} high; with the margin above of ${mm(area['margin-top'])} less than ${safety} mm are left of a page ${mm(trim.height)} high; set fewer lines, a smaller pitch or margin-top`,
    })
  return problems
}

function mm(px: number): string {
  return `${Math.round((px / PX_PER_MM) * 10) / 10} mm`
}
