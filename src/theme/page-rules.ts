import { PX_PER_MM, type Publication, type Theme } from '../issue/index.js'
import { runningHeads } from './running-heads.js'
import { typeAreaHeight, typeAreaWidth } from './tokens-css.js'

/**
 * `@page` rules for native pagination: the sheet, the type area's margins, one named page for each part (a part's page
 * name is its id), running heads and folios in margin boxes. Lengths and fonts are written out, because custom properties
 * and fonts of the document do not reach a page's margin boxes.
 *
 * Pages of the cover, 目次 and 版权页 do not count, so that the first article begins with folio 1.
 */
export function pageRules(theme: Theme, publication: Publication<unknown>): string {
  const heads = runningHeads(publication)
  const rules = [sheetRule(theme), '@page cover { margin: 0 }', '@page blank { }']
  for (const part of publication.parts) {
    const head = heads.get(part.id)
    rules.push(`#${escapeId(part.id)} { page: ${part.id} }`)
    if (head) {
      rules.push(
        `@page ${part.id}:left { ${headBox(theme, 'left', head.verso)} ${folioBox(theme, 'left')} }`,
        `@page ${part.id}:right { ${headBox(theme, 'right', head.recto)} ${folioBox(theme, 'right')} }`,
      )
    } else {
      rules.push(`@page ${part.id} { counter-increment: page 0 }`)
    }
  }
  return `${rules.join('\n')}\n`
}

/** Ids are ASCII XML names (see `Part`); only a full stop needs an escape in a selector. */
function escapeId(id: string): string {
  return id.replaceAll('.', '\\.')
}

/** Margins of the sheet in whole px: Chromium snaps them anyway. */
function sheetRule(theme: Theme): string {
  const { geometry } = theme
  const top = Math.round(geometry.marginTop + (geometry.sheetHeight - geometry.trimHeightMm * PX_PER_MM) / 2)
  const inner = Math.round(
    geometry.marginInner + (geometry.sheetWidth - geometry.trimWidthMm * PX_PER_MM) / 2,
  )
  const outer = geometry.sheetWidth - inner - Math.ceil(typeAreaWidth(geometry))
  const bottom = geometry.sheetHeight - top - Math.ceil(typeAreaHeight(geometry))
  return [
    `@page { size: ${geometry.sheetWidth}px ${geometry.sheetHeight}px; margin: ${top}px ${outer}px ${bottom}px ${inner}px }`,
    `@page :left { margin: ${top}px ${inner}px ${bottom}px ${outer}px }`,
  ].join('\n')
}

function headBox(theme: Theme, side: 'left' | 'right', text: string): string {
  const { pitch } = theme.geometry
  return `@top-${side} { content: ${cssString(text)}; ${marginFont(theme, 'song', 11)}; width: 100%; text-align: ${side}; \
vertical-align: bottom; line-height: ${pitch}px; padding-bottom: ${pitch * 1.25}px; letter-spacing: 0.06em; color: ${grey(theme)} }`
}

function folioBox(theme: Theme, side: 'left' | 'right'): string {
  const { pitch } = theme.geometry
  return `@bottom-${side} { content: counter(page); ${marginFont(theme, 'western', 12.5)}; width: 100%; text-align: ${side}; \
vertical-align: top; line-height: ${pitch}px; padding-top: ${pitch * 1.25}px; color: ${ink(theme)} }`
}

function marginFont(theme: Theme, role: string, size: number): string {
  const families = theme.roles.get(role) ?? theme.roles.get('song') ?? []
  return `font-family: ${families.map(cssString).join(', ')}; font-size: ${size}px; font-weight: 400`
}

function ink(theme: Theme): string {
  return theme.colours.get('ink')?.rgb ?? '#000000'
}

function grey(theme: Theme): string {
  return theme.colours.get('grey')?.rgb ?? ink(theme)
}

function cssString(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/[\r\n\f]+/g, ' ')}"`
}
