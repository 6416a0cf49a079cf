import { Liquid, LiquidError } from 'liquidjs'
import type { VFile } from 'vfile'
import { report, templateParses } from '../diagnostics/index.js'

/**
 * Liquid over the theme's own templates and nothing else: they lie in memory, so that no tag reaches the file system,
 * everything printed is escaped, and a template that loops is cut off.
 */
export function createEngine(templates: ReadonlyMap<string, string>): Liquid {
  return new Liquid({
    templates: Object.fromEntries(templates),
    // Every article is rendered by the same few templates, which are then parsed once.
    cache: true,
    outputEscape: 'escape',
    ownPropertyOnly: true,
    strictFilters: true,
    strictVariables: false,
    parseLimit: 1_000_000,
    memoryLimit: 50_000_000,
    renderLimit: 10_000,
  })
}

/** Whether all templates are well-formed; each that is not is a message on `file`, naming template and line. */
export function parseTemplates(templates: ReadonlyMap<string, string>, file: VFile): boolean {
  const engine = createEngine(templates)
  let sound = true
  for (const [name, text] of templates) {
    try {
      engine.parse(text, name)
    } catch (error) {
      if (!(error instanceof LiquidError)) throw error
      sound = false
      report(file, templateParses, undefined, { template: name, problem: error.message })
    }
  }
  return sound
}
