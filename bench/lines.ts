/**
 * How the lines of PDFs are set, read from the positions of their characters.
 *
 *     node bench/run.mjs lines file.pdf [another.pdf …]
 */
import { lineFigures } from './line-figures.js'
import { placedCharacters, placedLines } from './line-positions.js'

for (const file of process.argv.slice(2)) {
  const figures = lineFigures(placedLines(await placedCharacters(file)))
  console.log(`${file}\n${JSON.stringify(figures, null, 2)}`)
}
