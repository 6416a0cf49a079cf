import type { Operand } from './read-operations.js'
import type { Scene } from './scene.js'

/** Operators of text (ISO 32000-1, 9.3 and 9.4); those that show any leave marks, as the rendering mode has it. */
export function showText(scene: Scene, operator: string, operands: readonly Operand[]): void {
  const { state, marks } = scene
  const shown = scene.pen.operate(operator, operands, state)
  if (shown === undefined || state.font === undefined) return
  const { font, renderMode } = state
  const mode = renderMode % 4
  const which = mode === 1 ? 'stroke' : 'fill'
  const painted = scene.within(shown.box, which)
  if (painted === undefined) return
  const { size, missing } = shown
  const visible = renderMode !== 3 && renderMode !== 7
  marks.push({ kind: 'text', paint: state[which], font, size, missing, visible, ...painted })
  if (mode === 2 && visible)
    marks.push({ kind: 'text', paint: state.stroke, font, size, missing, visible, ...painted })
}
