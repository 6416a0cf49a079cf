import type { VFile } from 'vfile'
import { jumpLeadsOn, nearestName, report } from '../diagnostics/index.js'
import type { Article } from '../issue/index.js'
import type { ListedFile } from './list-contents.js'

/**
 * Where the rest of a listed article stands, when it stands elsewhere; what leads to no later article is reported.
 * Whether `pages` is a number is the schema's to say.
 *
 * @param ids of the listed articles, in their order
 */
export function readJump(
  file: VFile,
  listed: readonly ListedFile[],
  ids: readonly string[],
  index: number,
): Article<unknown>['jump'] {
  const entry = listed[index]
  const { jump } = entry ?? {}
  if (!entry || typeof jump !== 'object' || jump === null || !('after' in jump) || !('pages' in jump))
    return undefined
  const { after, pages } = jump
  if (typeof after !== 'string') return undefined
  const target = listed.findIndex(({ path }) => path === after.normalize())
  if (target <= index) {
    const later = listed.slice(index + 1).map(({ path }) => path)
    const problem = target === -1 ? 'missing' : target === index ? 'itself' : 'earlier'
    const nearest = problem === 'missing' ? nearestName(after, later) : undefined
    report(file, jumpLeadsOn, entry.jumpPlace, { after, problem, nearest })
    return undefined
  }
  return { pages: Number(pages), after: ids[target] ?? '', position: entry.jumpPlace }
}
