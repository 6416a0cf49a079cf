import type { Artefact, Context } from '../issue/index.js'
import { makeCover, makePressPdf } from '../press/index.js'
import { dateOf } from './date-of.js'
import type { Reading } from './make-reading.js'
import type { PreparedIssue } from './prepare.js'
import { producer } from './producer.js'

/**
 * The press edition: the pages of the reading PDF in ink, and the cover's sheet if it is asked for.
 *
 * @throws Error when the pages were not printed for the press
 */
export async function makePress(
  { issue, theme, pressProfile }: PreparedIssue,
  { publication, faces, forPress }: Reading,
  context: Context,
): Promise<Artefact[]> {
  const { id, output } = issue.metadata
  if (forPress === undefined) throw new Error('The pages were not printed for the press')
  context.reporter.stage('press')
  const setting = output.pressSetting ?? {}
  const input = {
    publication,
    geometry: theme.geometry,
    faces,
    colours: theme.colours,
    setting,
    profile: pressProfile,
    date: dateOf(issue.metadata, context.clock),
    producer,
  }
  const pages = {
    kind: 'press',
    name: `${id}-press.pdf`,
    bytes: await makePressPdf(forPress, input),
  } as const
  if (setting.cover === undefined) return [pages]
  const bytes = await makeCover(forPress, setting.cover, input)
  return [pages, { kind: 'press', name: `${id}-cover.pdf`, bytes }]
}
