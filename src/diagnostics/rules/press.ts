import { defineRule, type Bilingual, type Rule, type Severity } from '../rule.js'
import { pressExpectations } from './press-expectations.js'

/** A place on a page; lengths in millimetres from the upper left corner of the trim. */
export interface PressPlace {
  /** 1-based. */
  readonly page: number
  readonly millimetres?:
    | { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
    | undefined
  readonly figure?: string | undefined
}

/** What was found in a finished file, and where. */
export interface PressData {
  readonly detail: string | undefined
  /** None for the file as a whole. */
  readonly places: readonly PressPlace[]
  /** Places that are not listed. */
  readonly more: number
}

/** Places that a sentence names; the JSON report and the proof have all. */
const named = 3

/**
 * The rule of a finding about a finished file.
 *
 * @throws Error when there is none of that name: it is ours to write it
 */
export function pressRule(id: string, severity: Severity): Rule<PressData> {
  const expectation = pressExpectations[id]
  if (expectation === undefined) throw new Error(`No rule says anything about ${id}`)
  return defineRule<PressData>({
    id,
    severity,
    message: ({ detail, places, more }) => {
      const where = tellPlaces(places, more)
      return {
        en: `${expectation.reason.en}${detail === undefined ? '' : ` (${detail})`}${where.en && `: ${where.en}`}`,
        zh: `${expectation.reason.zh}${detail === undefined ? '' : `（${detail}）`}${where.zh && `：${where.zh}`}`,
      }
    },
    note: () => expectation.advice,
  })
}

function tellPlaces(places: readonly PressPlace[], more: number): Bilingual {
  const told = places.slice(0, named).map(tellPlace)
  const rest = places.slice(named)
  const others = rest.length + more
  const pages = [...new Set(rest.map(({ page }) => page))]
  if (others > 0) {
    const span = pages.length === 0 ? '' : pages.length === 1 ? `${pages[0]}` : `${pages[0]}–${pages.at(-1)}`
    told.push({
      en: `and ${others} more${span && ` (page${pages.length === 1 ? '' : 's'} ${span})`}`,
      zh: `另有 ${others} 处${span && `（第 ${span} 页）`}`,
    })
  }
  return { en: told.map(({ en }) => en).join('; '), zh: told.map(({ zh }) => zh).join('；') }
}

function tellPlace({ page, millimetres, figure }: PressPlace): Bilingual {
  const value = figure === undefined ? '' : ` ${figure}`
  if (millimetres === undefined) return { en: `page ${page}${value}`, zh: `第 ${page} 页${value}` }
  const { left, top, width, height } = millimetres
  const mm = (length: number) => length.toFixed(1)
  return {
    en: `page ${page}${value} at ${mm(left)}, ${mm(top)} mm, ${mm(width)} × ${mm(height)} mm`,
    zh: `第 ${page} 页${value}，距左 ${mm(left)}、距上 ${mm(top)} 毫米，宽 ${mm(width)}、高 ${mm(height)} 毫米`,
  }
}
