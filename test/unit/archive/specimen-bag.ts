import { portableNames, textFile, writeBag, type ArchiveFile } from '../../../src/archive/index.js'

/** Names that disks and packages trip over. */
export const awkwardNames: readonly string[] = [
  '汉字 与 空格/第一篇.md',
  '100%.md',
  '100％.md',
  'Twin.md',
  'twin.md',
  'caf\u00e9.md',
  'cafe\u0301.md',
  'con.md',
  'ends with a dot./x',
  'a:b?c*d.md',
  `${'很长的名字'.repeat(25)}.md`,
]

/** A small bag with all of them. */
export function specimenBag(): ArchiveFile[] {
  const names = portableNames(awkwardNames)
  const payload = awkwardNames.map((name) => textFile(`manuscript/${names.get(name) ?? name}`, `# ${name}\n`))
  return writeBag(
    [...payload, textFile('empty', '')],
    [
      ['External-Identifier', 'specimen'],
      ['Bagging-Date', '2026-11-01'],
    ],
  )
}

/** Bags that are no longer whole. */
export const damages: readonly (readonly [string, (files: readonly ArchiveFile[]) => ArchiveFile[]])[] = [
  ['a flipped bit', (files) => files.map((file) => (file.name.endsWith('con.md') ? flipped(file) : file))],
  ['a missing file', (files) => files.filter(({ name }) => !name.endsWith('con.md'))],
  ['an added file', (files) => [...files, textFile('data/added.txt', 'x')]],
  [
    'a renamed file',
    (files) => files.map((file) => (file.name === 'data/empty' ? { ...file, name: 'data/void' } : file)),
  ],
  [
    'a wrong Oxum',
    (files) =>
      resealed(
        files.map((file) =>
          file.name === 'bag-info.txt'
            ? textFile(file.name, text(file).replace(/Payload-Oxum: \d+/u, 'Payload-Oxum: 1'))
            : file,
        ),
      ),
  ],
  [
    'a flipped bit in a tag file',
    (files) => files.map((file) => (file.name === 'bag-info.txt' ? flipped(file) : file)),
  ],
  ['no declaration', (files) => files.filter(({ name }) => name !== 'bagit.txt')],
]

/** The same without its tag manifests, so that nothing but the change in question is wrong. */
function resealed(files: readonly ArchiveFile[]): ArchiveFile[] {
  return files.filter(({ name }) => !name.startsWith('tagmanifest'))
}

function flipped({ name, bytes }: ArchiveFile): ArchiveFile {
  const copy = Uint8Array.from(bytes)
  copy[3] = (copy[3] ?? 0) ^ 1
  return { name, bytes: copy }
}

function text({ bytes }: ArchiveFile): string {
  return new TextDecoder().decode(bytes)
}
