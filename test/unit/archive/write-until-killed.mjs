// Writes an issue to a store and to an output folder, again and again with other content, until it is killed.
import { keepInStore, textFile } from '../../../dist/archive/index.js'
import { writeArtefacts } from '../../../dist/pipeline/write-artefacts.js'

const [, , store, folder, from] = process.argv
for (let number = Number(from); ; number += 1) {
  const files = Array.from({ length: 12 }, (_, index) =>
    textFile(`data/${index % 3}/${index}.txt`, `${number}\n`.repeat(index + 1)),
  )
  const bytes = Buffer.from(`${number}\n`.repeat(20_000))
  await writeArtefacts(
    folder,
    [
      { kind: 'reading', name: 'x.pdf', bytes },
      { kind: 'ebook', name: 'x.epub', bytes },
      { kind: 'report', name: 'x.report.json', bytes },
    ],
    [{ kind: 'archive', name: 'x-archive', files }],
  )
  await keepInStore(store, 'one', files, {
    created: '2026-11-01T00:00:00Z',
    message: String(number),
    user: { name: 'x', address: 'mailto:x@example.org' },
  })
  process.stdout.write('.')
}
