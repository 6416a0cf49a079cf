import type { Element } from 'hast'
import type { RootContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import type { State } from 'mdast-util-to-hast'
import { element, text } from '../issue/index.js'

/** The `:::description` blocks among the children of a figure. */
export function descriptionsOf(children: readonly RootContent[]): ContainerDirective[] {
  return children.filter(
    (child): child is ContainerDirective =>
      child.type === 'containerDirective' && child.name === 'description',
  )
}

/**
 * What a picture shows, at length, for those who cannot see it: closed until it is asked for (WAI-ARIA 1.3
 * `aria-details`; DAISY's knowledge base on extended descriptions). Print has it as the picture's alternative text.
 *
 * @param label 图1, if the figure has a number
 */
export function longDescription(
  state: State,
  descriptions: readonly ContainerDirective[],
  { id, label }: { readonly id: string; readonly label: string | undefined },
): Element {
  return element('details', { className: ['long-description'], id }, [
    element('summary', {}, [text(`${label ?? '图'}的文字说明`)]),
    ...descriptions.flatMap((description) => state.all(description)),
  ])
}
