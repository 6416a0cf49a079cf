import type { Artefact, Context } from '../issue/index.js'
import { makePressPdf } from '../press/index.js'
import { dateOf } from './date-of.js'
import type { Reading } from './make-reading.js'
import type { PreparedIssue } from './prepare.js'
import { producer } from './producer.js'

/**
 * The press edition: the pages of the reading PDF in ink.
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
  const bytes = await makePressPdf(forPress, {
    publication,
    geometry: theme.geometry,
    faces,
    colours: theme.colours,
    setting: output.pressSetting ?? {},
    profile: pressProfile,
    date: dateOf(issue.metadata, context.clock),
    producer,
  })
  return [{ kind: 'press', name: `${id}-press.pdf`, bytes }]
}
