import { rubyStyle } from './space-ruby.js'

/**
 * Sets the document as galleys: one column as wide as a column of the page, no page height. Floats, notes and opening
 * notes are taken out of the flow (`kb-aside`) and set at their own measures. The five rules of `kb-l` to `kb-held` are those of locked lines.
 */
export function galleyStyle(request: {
  readonly column: number
  readonly measure: number
  readonly notesAt: 'column' | 'page'
}): string {
  const notes = request.notesAt === 'column' ? request.column : request.measure
  return `
.kb-part { display: block !important; position: relative !important; box-sizing: content-box !important;
  width: ${request.measure}px !important; height: auto !important; min-height: 0 !important; margin: 0 !important;
  padding: 0 !important; border: 0 !important; columns: auto !important; break-before: auto !important; break-after: auto !important; }
.kb-flow { columns: auto !important; width: ${request.column}px !important; max-width: none !important; float: none !important;
  position: static !important; }
.kb-across { columns: auto !important; }
.kb-solid-part { position: relative !important; box-sizing: border-box !important; width: ${request.measure}px !important; }
.kb-part :is(section, div, footer, ol, ul) { columns: auto !important; }
.kb-wide { box-sizing: border-box !important; width: ${request.measure}px !important; max-width: none !important; column-span: none !important;
  margin-inline: 0 !important; }
.kb-aside { position: absolute !important; box-sizing: border-box !important; width: ${request.column}px !important;
  max-width: none !important; margin: 0 !important; float: none !important; column-span: none !important; }
.kb-aside.kb-part :is(section, div, footer, ol, ul) { columns: auto !important; }
.kb-wide { width: ${request.measure}px !important; }
.kb-aside.kb-note-list { width: ${notes}px !important; columns: auto !important; }
.kb-note-list .notes-title { display: none !important; }
.kb-short { white-space: nowrap !important; }
.kb-tight .kb-short { white-space: normal !important; }
.kb-tight { overflow-wrap: anywhere !important; hyphens: auto !important; }
.kb-part > .opener { break-inside: avoid; }
.kb-first { margin-top: 0 !important; }
.kb-last { margin-bottom: 0 !important; }
.kb-l { text-spacing-trim: space-all; text-autospace: no-autospace; }
.kb-lines, .kb-lines * { hyphens: none; }
.kb-parted-note { display: inline !important; white-space: normal !important; }
.kb-note-part { display: inline-block; line-height: 1em; white-space: nowrap; }
.kb-note-part .row { overflow-x: clip; }
.kb-held .kb-parted-note { white-space: nowrap !important; }
.kb-hyphen::after { content: '-' / ''; }
.kb-break::before { content: '\\A' / ''; white-space: pre; }
.kb-held { white-space: nowrap; }
.kb-held wbr { white-space: normal; }
.kb-unset { content-visibility: hidden; }
${rubyStyle}`
}
