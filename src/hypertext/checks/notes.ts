import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import {
  nearestName,
  noteCalled,
  noteNotEmpty,
  noteText,
  noteUnique,
  report,
} from '../../diagnostics/index.js'
import type { Transformation } from '../transformation.js'

const call = /\[\^([^\]\n]*)\]([:：]?)/g

/** Calls without a text: the parser leaves them in the text as they are written. */
export function checkNoteCalls(tree: Root, { file, locate, notes, source }: Transformation): void {
  const labels = [...notes.definitions.values()].map(
    (definition) => definition.label ?? definition.identifier,
  )
  visit(tree, 'text', (node) => {
    const start = node.position?.start.offset
    if (start === undefined || !node.value.includes('[^')) return
    const written = source.slice(start, node.position?.end.offset)
    for (const match of written.matchAll(call)) {
      if (isEscaped(written, match.index)) continue
      const label = match[1] ?? ''
      const place = {
        start: locate(start + match.index),
        end: locate(start + match.index + label.length + 3),
      }
      const wideColon = source.includes(`[^${label}]：`)
      report(file, noteText, place, { label, proposal: nearestName(label, labels), wideColon })
    }
  })
}

/** Texts that are empty, doubled, or not called from the text; to be asked after every call has been seen. */
export function checkNoteTexts({ file, notes }: Transformation): void {
  for (const definition of notes.doubled) {
    const label = definition.label ?? definition.identifier
    const line = notes.definitions.get(definition.identifier)?.position?.start.line ?? 1
    report(file, noteUnique, definition.position?.start, { label, line })
  }
  for (const definition of notes.definitions.values()) {
    const label = definition.label ?? definition.identifier
    if (definition.children.length === 0) report(file, noteNotEmpty, definition, { label })
    if (!notes.isCalled(definition.identifier))
      report(file, noteCalled, definition.position?.start, { label })
  }
}

function isEscaped(text: string, index: number): boolean {
  let backslashes = 0
  while (text[index - 1 - backslashes] === '\\') backslashes++
  return backslashes % 2 === 1
}
