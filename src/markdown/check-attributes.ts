import type { VFile } from 'vfile'
import type { Node } from 'unist'
import { attributeKnown, nearestName, report } from '../diagnostics/index.js'
import type { Attributes } from '../issue/index.js'

/** Reports attributes that `owner` (as the author knows it: `:::figure`) does not have. */
export function checkAttributes(
  file: VFile,
  node: Node,
  owner: string,
  attributes: Attributes,
  known: readonly string[],
): void {
  const written = [
    ...(attributes.id === undefined ? [] : ['#id']),
    ...attributes.classes.map((name) => `.${name}`),
    ...Object.keys(attributes.values),
  ]
  for (const attribute of written) {
    if (known.includes(attribute)) continue
    report(file, attributeKnown, node, {
      attribute,
      owner,
      known,
      proposal: nearestName(attribute, known),
    })
  }
}
