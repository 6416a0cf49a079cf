import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import {
  checkBag,
  portableNames,
  readPackage,
  textFile,
  UnreadableArchive,
  writeBag,
  writeTar,
  writeZip,
  type ArchiveFile,
} from '../../../src/archive/index.js'
import { awkwardNames, damages, specimenBag } from './specimen-bag.js'

const folder = await mkdtemp(join(tmpdir(), 'kanben-bag-'))
afterAll(() => rm(folder, { recursive: true }))

const date = 1_793_491_200

test('a bag is whole, and the same each time whatever the order of its files', () => {
  expect(checkBag(specimenBag())).toEqual([])
  const [a, b] = [textFile('a', '1'), textFile('b', '2')]
  expect(writeBag([a, b], [])).toEqual(writeBag([b, a], []))
})

test.each(damages)('%s is found', (_, damage) => {
  expect(checkBag(damage(specimenBag()))).not.toEqual([])
})

test('a manifest that leads out of the bag is refused', () => {
  const files = specimenBag().map((file) =>
    file.name === 'manifest-sha256.txt'
      ? { ...file, bytes: Buffer.concat([file.bytes, Buffer.from(`${'0'.repeat(64)}  ../../etc/passwd\n`)]) }
      : file,
  )
  expect(checkBag(files)).toContainEqual({ kind: 'unsafe', file: '../../etc/passwd' })
})

test('names become portable, stay apart, and stay as they are where they may', () => {
  const names = portableNames(awkwardNames)
  const portable = [...names.values()]
  expect(names.get('汉字 与 空格/第一篇.md')).toBe('汉字 与 空格/第一篇.md')
  expect(names.get('100％.md')).toBe('100％.md')
  expect(names.get('100%.md')).toBe('100％~2.md')
  expect(new Set(portable.map((name) => name.normalize('NFC').toLowerCase())).size).toBe(awkwardNames.length)
  for (const name of portable) {
    expect(name).not.toMatch(/[%<>:"|?*\\]/u)
    for (const step of name.split('/')) expect(Buffer.byteLength(step)).toBeLessThanOrEqual(255)
  }
})

describe.each([
  ['zip', writeZip],
  ['tar', writeTar],
])('a bag as %s', (kind, write) => {
  const path = join(folder, `bag.${kind}`)

  test('is read as it was written, with the same bytes each time', async () => {
    const bag = specimenBag()
    await writeFile(path, write('特刊 2026', bag, date))
    const read = await readPackage(path)
    expect(read.map(({ name }) => name)).toEqual(bag.map(({ name }) => name))
    expect(
      read.every(({ bytes }, index) => Buffer.compare(bytes, bag[index]?.bytes ?? Buffer.of()) === 0),
    ).toBe(true)
    expect(Buffer.compare(write('x', bag, date), write('x', specimenBag(), date))).toBe(0)
  })

  test('cut off or damaged is refused', async () => {
    const bytes = write('x', specimenBag(), date)
    for (const length of [0, 1, 400, 1000, bytes.length - 1100]) {
      await writeFile(path, bytes.subarray(0, length))
      await expect(readPackage(path)).rejects.toBeInstanceOf(UnreadableArchive)
    }
    const damaged = Uint8Array.from(bytes)
    const letter = Buffer.from(bytes).indexOf('BagIt-Version')
    damaged[letter] = 0
    await writeFile(path, damaged)
    const problems = await readPackage(path).then(checkBag, (error: unknown) => [error])
    expect(problems).not.toEqual([])
  })
})

test('a bag as a folder is read as it was written', async () => {
  const bag = specimenBag()
  await writeAll(join(folder, 'bag'), bag)
  expect(checkBag(await readPackage(join(folder, 'bag')))).toEqual([])
})

async function writeAll(root: string, files: readonly ArchiveFile[]): Promise<void> {
  for (const { name, bytes } of files) {
    await mkdir(dirname(join(root, name)), { recursive: true })
    await writeFile(join(root, name), bytes)
  }
}
