import type { Place } from '../../issue/index.js'

/** Start of the manuscript's stretch that an element came from, by its own or its nearest ancestor's `data-source`. */
export function placeOf(element: Element, file: string | undefined): Place | undefined {
  const source = element.closest('[data-source]')?.getAttribute('data-source') ?? ''
  const [, line, column] = /^(\d+):(\d+)/.exec(source) ?? []
  if (file === undefined || line === undefined || column === undefined) return undefined
  return { file, line: Number(line), column: Number(column) }
}
