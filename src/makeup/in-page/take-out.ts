import type { Galley, GalleyNote } from '../../issue/index.js'
import type { ArticleNodes } from './article-nodes.js'

/** Nodes that leave the flow, each with the shells it stood in, so that the theme's rules still find it. */
export interface TakenOut {
  readonly element: HTMLElement
  /** Shallow clones from the article's child inwards; empty when it stood in the article itself. */
  readonly shells: () => HTMLElement[]
  /** Px of the whole and of the picture in it. */
  readonly height: number
  readonly picture: number
}

/** Floats and notes with all that has to be known of them. By key. Reads only. */
export function readOuts(nodes: ArticleNodes, galley: Galley): Map<string, TakenOut> {
  const out = new Map<string, TakenOut>()
  const take = ({ key }: { readonly key: string }): void => {
    const element = nodes.get(key)
    if (element === undefined) return
    const { height } = element.getBoundingClientRect()
    const picture = element.querySelector('img, svg')?.getBoundingClientRect().height ?? 0
    out.set(key, { element, height, picture, shells: shellsOf(element, nodes.root) })
  }
  galley.floats.forEach(take)
  const notes: readonly GalleyNote[] = [...galley.notes, ...galley.openingNotes]
  notes.forEach(take)
  return out
}

/** Takes floats and notes out of the flow, and the lists that held the notes. */
export function takeOut(out: ReadonlyMap<string, TakenOut>): void {
  for (const { element } of out.values()) {
    const list = element.closest('.kb-note-list')
    element.remove()
    if (list && !list.querySelector('[data-block]')) list.remove()
  }
}

function shellsOf(element: HTMLElement, root: HTMLElement): () => HTMLElement[] {
  const chain: HTMLElement[] = []
  for (let parent = element.parentElement; parent && parent !== root; parent = parent.parentElement) {
    chain.unshift(parent)
  }
  return () => chain.map(bareShell)
}

/** Without the space that make-up gave the element where it begins. */
function bareShell(element: HTMLElement): HTMLElement {
  const shell = shellOf(element)
  shell.style.removeProperty('margin-top')
  return shell
}

/** An element without its content and without what may stand in the document only once. */
export function shellOf(element: HTMLElement): HTMLElement {
  const shell = element.cloneNode(false) as HTMLElement // the clone of an HTML element is one
  shell.removeAttribute('id')
  shell.removeAttribute('data-block')
  shell.classList.remove('kb-aside', 'kb-note-list')
  return shell
}

/** Puts shells into one another around a node; returns the outermost. */
export function wrap(shells: readonly HTMLElement[], node: Node): Node {
  return shells.reduceRight<Node>((inner, shell) => {
    shell.append(inner)
    return shell
  }, node)
}
