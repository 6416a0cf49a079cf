import type { MakeupRequest } from '../makeup-options.js'

/** Page boxes of the sheets: no margins, and none of the margin boxes that the native form prints. */
const marginBoxes = [
  'top-left-corner', 'top-left', 'top-center', 'top-right', 'top-right-corner', 'right-top', 'right-middle',
  'right-bottom', 'bottom-right-corner', 'bottom-right', 'bottom-center', 'bottom-left', 'bottom-left-corner',
  'left-bottom', 'left-middle', 'left-top',
] // prettier-ignore

/**
 * A sheet of fixed size is one piece to the browser's own pagination (CSS Containment 2, 3.3), so that printing need not lay
 * out again what stands on it.
 */
export function makeupStyle({
  pitch,
  sheetWidth,
  sheetHeight,
  measure,
  lines,
  top,
  showGrid,
}: MakeupRequest): string {
  return `
@page kb-sheet { size: ${sheetWidth}px ${sheetHeight}px; margin: 0;
${marginBoxes.map((box) => `@${box} { content: none; }`).join(' ')} }
html, body { margin: 0 !important; padding: 0 !important; }
.sheet { page: kb-sheet; position: relative; width: ${sheetWidth}px; height: ${sheetHeight}px; overflow: hidden;
  break-after: page; break-inside: avoid; contain: size layout paint; }
.sheet:last-child { break-after: auto; }
.sheet * { page: auto !important; break-before: auto !important; break-after: auto !important; break-inside: auto !important; }
.kb-frame, .kb-run, .kb-float-frame, .kb-note-frame, .kb-whole-sheet { position: absolute; }
.kb-run, .kb-float-frame { left: 0; width: 100%; }
.sheet :is(.kb-part, .kb-solid-part, .kb-flow) { width: 100% !important; }
.kb-run [data-block], .kb-run :is(.kb-flow, .kb-across) { margin-block: 0 !important; }
.kb-float-frame figure { margin: 0 !important; }
.kb-note-frame .notes, .kb-note-frame section { margin: 0 !important; padding: 0 !important; border: 0 !important;
  position: static !important; width: 100% !important; columns: auto !important; }
.kb-note-frame [data-block] { margin-block: 0 !important; }
.kb-note-rule { position: absolute; left: 0; width: 5em; border-top: 0.5px solid currentColor; }
.kb-whole-sheet { inset: 0; }
.kb-cut-rest { text-indent: 0 !important; padding-top: 0 !important; border-top: 0 !important; }
.kb-cut-head { padding-bottom: 0 !important; border-bottom: 0 !important; }
li.kb-continued { list-style: none; counter-increment: none; }
li.kb-continued::before { content: none !important; }
.kb-joined::after { content: '\\2060'; }
.kb-hyphenated::after { content: '-'; }
.kb-filler { display: inline-block; width: 100%; height: 0; text-indent: 0; }
.kb-justified { text-align-last: justify; }
.continued-table { text-align: end !important; text-indent: 0 !important; font: 12px / ${pitch}px var(--kb-hei, sans-serif); }
.kb-jump { position: absolute; overflow: hidden; }
.jump-line { font: 12px / ${pitch}px var(--kb-hei, sans-serif); white-space: nowrap; }
.jump-to { text-align: end; }
.jump-title { display: inline-block; max-width: calc(100% - 11em); overflow: hidden; text-overflow: ellipsis; vertical-align: top; }
.running-head, .folio { position: absolute; white-space: nowrap; }
.running-head { top: ${top - 2 * pitch}px; width: ${measure}px; }
.folio { top: ${top + (lines + 0.75) * pitch}px; width: ${measure}px; }
.sheet.recto > :is(.running-head, .folio) { text-align: end; }
${showGrid ? gridStyle(pitch) : ''}`
}

function gridStyle(pitch: number): string {
  return `.kb-grid { position: absolute; outline: 0.5px solid #d0021b; }
.kb-grid > div { height: ${pitch}px; border-bottom: 0.5px solid #00a0e9; box-sizing: border-box; }`
}
