// Writes an issue to a store and to a folder, again and again with other content, until it is killed.
import { keepInStore, textFile } from '../../../dist/archive/index.js'
import { writeFolder } from '../../../dist/pipeline/write-folder.js'

const [, , store, folder, from] = process.argv
for (let number = Number(from); ; number += 1) {
  const files = Array.from({ length: 12 }, (_, index) =>
    textFile(`data/${index % 3}/${index}.txt`, `${number}\n`.repeat(index + 1)),
  )
  await writeFolder(folder, files)
  await keepInStore(store, 'one', files, {
    created: '2026-11-01T00:00:00Z',
    message: String(number),
    user: { name: 'x', address: 'mailto:x@example.org' },
  })
  process.stdout.write('.')
}
