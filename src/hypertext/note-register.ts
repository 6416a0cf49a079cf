import type { FootnoteDefinition, Root } from 'mdast'
import { visit } from 'unist-util-visit'

interface CalledNote {
  readonly definition: FootnoteDefinition
  readonly calls: string[]
}

/** The notes of one article in order of their first call. */
export class NoteRegister {
  /** The first text of each label, in order of the manuscript. */
  readonly definitions = new Map<string, FootnoteDefinition>()
  /** Texts whose label had one already. */
  readonly doubled: FootnoteDefinition[] = []
  readonly called: CalledNote[] = []
  readonly #numbers = new Map<string, number>()

  constructor(tree: Root) {
    visit(tree, 'footnoteDefinition', (node) => {
      if (this.definitions.has(node.identifier)) this.doubled.push(node)
      else this.definitions.set(node.identifier, node)
    })
  }

  /** Notes a call; `undefined` when the label has no text. */
  call(identifier: string): { readonly number: number; readonly id: string } | undefined {
    const definition = this.definitions.get(identifier)
    if (!definition) return undefined
    const number = this.#numbers.get(identifier) ?? this.called.length + 1
    if (!this.#numbers.has(identifier)) {
      this.#numbers.set(identifier, number)
      this.called.push({ definition, calls: [] })
    }
    const calls = this.called[number - 1]?.calls ?? []
    const id = calls.length === 0 ? `call-${number}` : `call-${number}-${calls.length + 1}`
    calls.push(id)
    return { number, id }
  }

  isCalled(identifier: string): boolean {
    return this.#numbers.has(identifier)
  }
}
