import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { keepInStore, writeTar, writeZip, type ArchiveFile } from '../../src/archive/index.js'
import { damages, specimenBag } from '../unit/archive/specimen-bag.js'
import { hasPython, python, pythonProgram } from './judges.js'

const folder = mkdtempSync(join(tmpdir(), 'kanben-judges-'))
afterAll(() => rmSync(folder, { recursive: true }))

let count = 0

/** What the Library of Congress's bagit says of each bag. */
function judge(bags: readonly (readonly ArchiveFile[])[]): readonly boolean[] {
  const roots = bags.map((bag) => {
    const root = join(folder, `bag-${++count}`)
    for (const { name, bytes } of bag) {
      mkdirSync(dirname(join(root, name)), { recursive: true })
      writeFileSync(join(root, name), bytes)
    }
    return root
  })
  const program = `
import bagit, json, logging, sys
logging.disable(logging.CRITICAL)
def valid(root):
    try:
        return bagit.Bag(root).validate()
    except bagit.BagError:
        return False
print(json.dumps([valid(root) for root in json.load(sys.stdin)]))`
  const { ok, said } = python(['-c', program], JSON.stringify(roots))
  if (!ok) throw new Error(said)
  return JSON.parse(said) as boolean[] // printed by the program above
}

test.skipIf(!hasPython)(
  "the Library of Congress's bagit accepts the bag and refuses every damaged one",
  () => {
    const verdicts = judge([specimenBag(), ...damages.map(([, damage]) => damage(specimenBag()))])
    expect(verdicts).toEqual([true, ...damages.map(() => false)])
  },
)

test.skipIf(!hasPython)("Python's own readers open the ZIP and the tar", () => {
  const bag = specimenBag()
  writeFileSync(join(folder, 'x.zip'), writeZip('特刊', bag, 0))
  writeFileSync(join(folder, 'x.tar'), writeTar('特刊', bag, 0))
  const program = `
import json, sys, tarfile, zipfile
folder = sys.argv[1]
with zipfile.ZipFile(folder + '/x.zip') as archive:
    assert archive.testzip() is None
    zipped = [[name, archive.read(name).hex()] for name in archive.namelist()]
with tarfile.open(folder + '/x.tar') as archive:
    tarred = [[member.name, archive.extractfile(member).read().hex()] for member in archive.getmembers()]
print(json.dumps([zipped, tarred]))`
  const { said } = python(['-c', program, folder])
  const wanted = bag.map(({ name, bytes }) => [`特刊/${name}`, Buffer.from(bytes).toString('hex')])
  expect(JSON.parse(said)).toEqual([wanted, wanted])
})

test.skipIf(!hasPython)(
  'ocfl-py accepts a store with two versions and refuses a damaged one',
  { timeout: 300_000 },
  async () => {
    const store = join(folder, 'store')
    const note = {
      created: '2026-11-01T00:00:00Z',
      message: 'test',
      user: { name: 'x', address: 'mailto:x@example.org' },
    }
    await keepInStore(store, 'one', specimenBag(), note)
    await keepInStore(store, 'one', specimenBag().slice(1), note)
    await keepInStore(store, 'two', specimenBag(), note)
    const whole = python([pythonProgram('ocfl-root.py'), 'validate', '--root', store])
    expect(whole).toMatchObject({ ok: true })
    expect(whole.said).not.toMatch(/\bE\d{3}/u)
    const object = python([pythonProgram('ocfl-validate.py'), join(store, 'one')])
    expect(object.said).not.toMatch(/\[E\d{3}/u)
    writeFileSync(join(store, 'one', 'v1', 'content', 'bagit.txt'), 'changed')
    const damaged = python([pythonProgram('ocfl-validate.py'), join(store, 'one')])
    expect(damaged.said).toMatch(/E\d{3}/u)
  },
)
