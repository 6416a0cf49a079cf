import { readFileSync } from 'node:fs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { readOperators, type PlacedCharacter } from './line-positions.js'

/** What one block of the tag tree has on one page: a paragraph, caption, cell, heading, item. */
export interface PlacedBlock {
  readonly page: number
  /** Structure types from the document down to the block. */
  readonly roles: readonly string[]
  /** From top to bottom, in columns one after another. */
  readonly lines: readonly (readonly PlacedCharacter[])[]
}

interface StructureNode {
  readonly role?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly StructureNode[]
}

const inline = new Set(
  'Span Link Em Strong Ruby RB RT RP Reference Quote Code Formula Lbl Annot Sub BibEntry'.split(' '),
)

/** The lines of every block of a tagged file, whatever its size: read from the tag tree and the drawing operators. */
export async function placedBlocks(file: string): Promise<PlacedBlock[]> {
  const document = await getDocument({
    data: new Uint8Array(readFileSync(file)),
    verbosity: 0,
    useSystemFonts: false,
  }).promise
  const blocks: PlacedBlock[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { fnArray, argsArray } = await page.getOperatorList()
    const byContent = new Map<number, PlacedCharacter[]>()
    for (const one of readOperators(fnArray, argsArray as unknown[][])) {
      if (one.content === undefined) continue
      const list = byContent.get(one.content)
      if (list) list.push(one)
      else byContent.set(one.content, [one])
    }
    const tree = (await page.getStructTree()) as StructureNode | null
    if (tree) walk(tree, [], byContent, number - 1, blocks)
    page.cleanup()
  }
  await document.destroy()
  return blocks
}

function walk(
  node: StructureNode,
  roles: readonly string[],
  byContent: ReadonlyMap<number, readonly PlacedCharacter[]>,
  page: number,
  blocks: PlacedBlock[],
): void {
  const own = node.role === undefined || node.role === 'Root' ? roles : [...roles, node.role]
  const characters: PlacedCharacter[] = []
  const close = (): void => {
    const lines = linesOf(characters.splice(0))
    if (lines.length > 0) blocks.push({ page, roles: own, lines })
  }
  for (const child of node.children ?? []) {
    if (child.type === 'content') characters.push(...contentOf(child, byContent))
    else if (inline.has(child.role ?? '')) characters.push(...inlineOf(child, byContent))
    else {
      close()
      walk(child, own, byContent, page, blocks)
    }
  }
  close()
}

function inlineOf(
  node: StructureNode,
  byContent: ReadonlyMap<number, readonly PlacedCharacter[]>,
): PlacedCharacter[] {
  return (node.children ?? []).flatMap((child) =>
    child.type === 'content' ? contentOf(child, byContent) : inlineOf(child, byContent),
  )
}

function contentOf(
  { id = '' }: StructureNode,
  byContent: ReadonlyMap<number, readonly PlacedCharacter[]>,
): readonly PlacedCharacter[] {
  return byContent.get(Number(/_mc(\d+)$/.exec(id)?.[1] ?? -1)) ?? []
}

/** By the characters of the block's usual size; others (calls, annotations) belong to the line they are read in. */
function linesOf(characters: readonly PlacedCharacter[]): PlacedCharacter[][] {
  const usual = usualSize(characters)
  const lines: { y: number; right: number; characters: PlacedCharacter[] }[] = []
  let waiting: PlacedCharacter[] = []
  for (const one of characters) {
    const last = lines.at(-1)
    if (Math.abs(one.size - usual) > 0.05 * usual) {
      if (last && Math.abs(one.y - last.y) < 0.9 * usual && one.x > last.right - 2 * usual)
        last.characters.push(one)
      else waiting.push(one)
      continue
    }
    if (last && Math.abs(one.y - last.y) < 0.45 * usual && one.x > last.right - usual) {
      last.characters.push(one)
      last.right = Math.max(last.right, one.x)
      waiting = []
    } else {
      lines.push({ y: one.y, right: one.x, characters: [...waiting, one] })
      waiting = []
    }
  }
  return lines.map(({ characters: of }) => of)
}

function usualSize(characters: readonly PlacedCharacter[]): number {
  const counts = new Map<number, number>()
  for (const { size } of characters) counts.set(size, (counts.get(size) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}
