import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Liquid } from 'liquidjs'
import type { Draft, Part, Publication, Theme } from '../issue/index.js'
import { fillSlots } from './fill-slots.js'
import { createEngine } from './template-engine.js'

/**
 * Renders each part's page template and puts the part's trees into its slots. A template sees the part's data, `part`
 * (id, kind, title, section, path), and `has`, which says which slots hold something.
 *
 * The template of a part is `<kind>.<edition>.liquid`, else `<kind>.liquid`.
 *
 * @throws Error when the theme has no template for a kind, or a template fails: faults of the theme, not of a manuscript
 */
export function render(theme: Theme, publication: Publication<Draft>): Publication<Root> {
  const engine = createEngine(theme.templates)
  return {
    ...publication,
    parts: publication.parts.map((part) => ({
      ...part,
      content: renderPart(theme, engine, publication, part),
    })),
  }
}

function renderPart(theme: Theme, engine: Liquid, publication: Publication<Draft>, part: Part<Draft>): Root {
  const { edition, metadata } = publication
  const name = [`${part.kind}.${edition}.liquid`, `${part.kind}.liquid`].find((file) =>
    theme.templates.has(file),
  )
  if (name === undefined) throw new Error(`theme ${theme.name} has no template ${part.kind}.liquid`)
  const { id, kind, title, section, path } = part
  const html: unknown = engine.renderFileSync(name, {
    edition,
    issue: metadata,
    ...part.content.data,
    part: { id, kind, title, section, path },
    has: Object.fromEntries(
      Object.entries(part.content.slots).map(([slot, tree]) => [slot, tree.children.length > 0]),
    ),
  })
  return fillSlots(fromHtml(String(html), { fragment: true }), part.content.slots)
}
