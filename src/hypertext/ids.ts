import type { Nodes } from 'mdast'
import type { Node } from 'unist'
import type { VFile } from 'vfile'
import { visit } from 'unist-util-visit'
import { idAscii, idUnique, report } from '../diagnostics/index.js'

const wellFormed = /^[A-Za-z](?:[A-Za-z0-9_]|-(?!-))*$/
const reserved = /^(?:note|call|ref)-|^(?:notes|references)$/

/** The ids of one article: those that its author gave, then those that the build makes around them. */
export class Ids {
  readonly #lines = new Map<string, number>()
  readonly #file: VFile

  constructor(file: VFile) {
    this.#file = file
  }

  /** Claims every id of the tree's attributes, so that made ones keep clear of them. */
  collect(tree: Nodes): void {
    visit(tree, (node) => {
      const id = node.data?.attributes?.id
      if (id !== undefined) this.claim(id, node)
    })
  }

  /** Reports an id that is malformed, kept for the build, or taken. `--` joins article and id in print. */
  claim(id: string, node: Node): void {
    const line = this.#lines.get(id)
    if (!wellFormed.test(id)) report(this.#file, idAscii, node, { id })
    else if (reserved.test(id)) report(this.#file, idUnique, node, { id, line: undefined })
    else if (line !== undefined) report(this.#file, idUnique, node, { id, line })
    else this.#lines.set(id, node.position?.start.line ?? 1)
  }

  /** `wanted`, or with a letter behind it until no author has taken it. */
  make(wanted: string, node: Node): string {
    let id = wanted
    while (this.#lines.has(id)) id += 'x'
    this.#lines.set(id, node.position?.start.line ?? 1)
    return id
  }
}
