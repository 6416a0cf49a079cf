import { createHash } from 'node:crypto'
import { composeGreedily, composeIssue } from '../src/compose/index.js'
import { composeWith } from '../src/compose/pages/compose-article.js'
import type { Galley, GalleyBlock, GalleyFloat, GalleyNote, Slice } from '../src/issue/galley.js'
import type { ComposeGeometry } from '../src/issue/page-plan.js'

/**
 * Times the page composer on made-up articles: text alone, with notes and floats, and one very long article.
 *
 *     node bench/run.mjs compose [pages]
 *
 * The digest is of the whole plan: the same digest, the same pages.
 */

const GEOMETRY: ComposeGeometry = {
  columns: 2,
  lines: 42,
  notes: { at: 'page', separator: 60, gap: 10 },
}

/** A small generator with a fixed seed, so that every run times the same text. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

interface Recipe {
  readonly lines: number
  /** One paragraph in so many calls a note; 0 is none. */
  readonly notes: number
  /** One paragraph in so many is followed by a figure; 0 is none. */
  readonly figures: number
}

function article(id: string, recipe: Recipe, seed: number): Galley {
  const roll = dice(seed)
  const blocks: GalleyBlock[] = [{ key: `${id}-opener`, role: 'opener' }]
  const slices: Slice[] = [{ block: 0, kind: 'block', index: 0, height: 12, span: 'page' }]
  const notes: GalleyNote[] = []
  const floats: GalleyFloat[] = []
  let paragraphs = 0
  while (slices.length < recipe.lines) {
    paragraphs += 1
    if (paragraphs % 9 === 0) {
      const block = blocks.push({ key: `${id}-${blocks.length}`, role: 'heading' }) - 1
      slices.push({ block, kind: 'block', index: 0, height: 2, spaceBefore: 1 })
    }
    const block = blocks.push({ key: `${id}-${blocks.length}`, role: 'text' }) - 1
    const lines = 1 + roll(10)
    for (let index = 0; index < lines; index += 1) {
      const isLone = index > 0 && (index < 2 || lines - index < 2)
      const afterHeading = index === 0 && paragraphs % 9 === 0
      const called = recipe.notes > 0 && paragraphs % recipe.notes === 0 && index === lines - 1
      slices.push({
        block,
        kind: 'line',
        index,
        height: 1,
        breakBefore: afterHeading ? 'forbidden' : isLone ? 'lone' : 'free',
        ...(called && {
          notes: [
            notes.push({
              key: `${id}-n${notes.length}`,
              strips: Array.from({ length: 1 + roll(3) }, () => 78),
            }) - 1,
          ],
        }),
      })
    }
    if (recipe.figures > 0 && paragraphs % recipe.figures === 0) {
      floats.push({
        key: `${id}-f${floats.length}`,
        kind: roll(3) === 0 ? 'table' : 'figure',
        width: roll(3) === 0 ? 'page' : 'column',
        height: 8 + roll(12),
        gap: 1,
        places: ['here', 'top', 'bottom'],
        home: slices.length,
        anchor: slices.length - 1,
      })
    }
  }
  return { id, blocks, containers: [], slices, floats, notes, openingNotes: [] }
}

function issue(pages: number, recipe: Omit<Recipe, 'lines'>): Galley[] {
  const articles = Math.max(1, Math.round(pages / 8))
  const lines = Math.round((pages * GEOMETRY.lines * GEOMETRY.columns) / articles)
  return Array.from({ length: articles }, (_, i) => article(`a${i}`, { ...recipe, lines }, i + 1))
}

function time(name: string, galleys: readonly Galley[]): void {
  const parts = galleys.map((galley) => ({ galley, options: { start: 'page' as const } }))
  let best = Number.POSITIVE_INFINITY
  let plan = composeIssue(parts, GEOMETRY)
  for (let run = 0; run < 3; run += 1) {
    const start = process.cpuUsage().user / 1000
    plan = composeIssue(parts, GEOMETRY)
    best = Math.min(best, process.cpuUsage().user / 1000 - start)
  }
  const states = galleys.reduce(
    (sum, galley) => sum + composeWith(undefined, galley, GEOMETRY, { start: 'page' }).states,
    0,
  )
  const greedy = galleys.reduce(
    (sum, galley) => sum + composeGreedily(galley, GEOMETRY, { start: 'page' }).statistics.cost,
    0,
  )
  const { pages, cost, loneLines, headingsAtFoot, oneLineColumns, notesSplit } = plan.statistics
  const away = plan.statistics.floatDistances.reduce((sum, distance) => sum + distance, 0)
  console.log(
    `${name}: ${pages} pages ${best.toFixed(0)} ms (${((best / pages) * 200).toFixed(0)} per 200), ${states} states, ` +
      `cost ${cost} (greedy ${greedy}), lone ${loneLines}, headings ${headingsAtFoot}, one-line ${oneLineColumns}, ` +
      `notes split ${notesSplit}, floats ${plan.statistics.floatDistances.length} away ${away}, ` +
      createHash('sha256').update(JSON.stringify(plan)).digest('hex').slice(0, 12),
  )
}

const sizes = process.argv[2] ? [Number(process.argv[2])] : [200, 2000]
for (const pages of sizes) {
  time('text', issue(pages, { notes: 0, figures: 0 }))
  time('notes', issue(pages, { notes: 4, figures: 0 }))
  time('figures', issue(pages, { notes: 0, figures: 12 }))
  time('both', issue(pages, { notes: 4, figures: 12 }))
  time('journal', issue(pages, { notes: 10, figures: 36 }))
}
if (sizes.length > 1) time('one article', [article('long', { lines: 2000 * 84, notes: 4, figures: 12 }, 7)])
if (sizes.length > 1) time('stress', issue(40, { notes: 2, figures: 2 }))
