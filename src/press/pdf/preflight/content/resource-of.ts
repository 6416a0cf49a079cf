import type { PDFDict, PDFObject } from '@cantoo/pdf-lib'
import { entry } from '../../object/read-object.js'
import type { Name, Operand } from './read-operations.js'

export function isName(operand: Operand | undefined): operand is Name {
  return typeof operand === 'object' && operand !== null && 'name' in operand
}

/** What a name in the content stands for (ISO 32000-1, 7.8.3). */
export function resourceOf(
  resources: PDFDict | undefined,
  kind: string,
  name: Operand | undefined,
): PDFObject | undefined {
  return isName(name) ? entry(entry(resources, kind), name.name) : undefined
}
