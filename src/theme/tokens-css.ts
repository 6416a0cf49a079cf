import { PX_PER_MM, type Colour, type Edition, type PageGeometry } from '../issue/index.js'
import { waveTokens } from './wave-tokens.js'

/** What the tokens are made of; a theme has all of it. */
export interface Tokens {
  readonly geometry: PageGeometry
  readonly colours: ReadonlyMap<string, Colour>
  readonly roles: ReadonlyMap<string, readonly string[]>
}

/** Width of the type area (版心) in px: whole characters, columns and gaps. */
export function typeAreaWidth(geometry: PageGeometry): number {
  const { bodySize, characters, columns, columnGap } = geometry
  return bodySize * (characters * columns + columnGap * (columns - 1))
}

/** Height of the type area in px: whole lines. */
export function typeAreaHeight(geometry: PageGeometry): number {
  return geometry.pitch * geometry.lines
}

/**
 * The design tokens as custom properties on `:root`, all named `--kb-…`. The lengths of a page are for print; an ebook
 * or a web page gets the colours and the font stacks alone, because its reader chooses the size.
 */
export function tokensCss(tokens: Tokens, edition: Edition): string {
  const properties = [
    ...(edition === 'print' ? lengths(tokens.geometry) : []),
    ...(edition === 'print' ? waveTokens(tokens.colours.get('ink')?.rgb ?? '#000000') : []),
    ...[...tokens.colours].map(([name, colour]) => [`--kb-${name}`, colour.rgb] as const),
    ...[...tokens.roles].map(([role, stack]) => [`--kb-${role}`, stack.map(quoteFamily).join(', ')] as const),
  ]
  return `:root {\n${properties.map(([name, value]) => `  ${name}: ${value};\n`).join('')}}\n`
}

function lengths(geometry: PageGeometry): (readonly [string, string])[] {
  const { bodySize, characters, columns, columnGap, pitch, lines, indent = 2 } = geometry
  return [
    ['--kb-sheet-width', px(geometry.sheetWidth)],
    ['--kb-sheet-height', px(geometry.sheetHeight)],
    ['--kb-edge-x', px((geometry.sheetWidth - geometry.trimWidthMm * PX_PER_MM) / 2)],
    ['--kb-edge-y', px((geometry.sheetHeight - geometry.trimHeightMm * PX_PER_MM) / 2)],
    ['--kb-trim-width', `${geometry.trimWidthMm}mm`],
    ['--kb-trim-height', `${geometry.trimHeightMm}mm`],
    ['--kb-bleed', `${geometry.bleedMm}mm`],
    ['--kb-char', px(bodySize)],
    ['--kb-indent', `${indent}em`],
    ['--kb-pitch', px(pitch)],
    ['--kb-lines', String(lines)],
    ['--kb-columns', String(columns)],
    ['--kb-column', px(bodySize * characters)],
    ['--kb-gap', px(bodySize * columnGap)],
    ['--kb-measure', px(typeAreaWidth(geometry))],
    ['--kb-height', px(typeAreaHeight(geometry))],
  ]
}

/** Generic families and custom properties stand bare, names are quoted. */
function quoteFamily(family: string): string {
  return /^(serif|sans-serif|monospace|math|system-ui)$/.test(family) ? family : `"${family}"`
}

function px(value: number): string {
  return `${Math.round(value * 1000) / 1000}px`
}
