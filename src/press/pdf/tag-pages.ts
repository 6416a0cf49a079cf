import {
  PDFDict,
  PDFHexString,
  PDFName,
  PDFRef,
  PDFStream,
  PDFString,
  type PDFDocument,
} from '@cantoo/pdf-lib'
import type { FinishingStep } from './finishing.js'
import { joinContent, type Joint } from './join-content.js'
import { readMarks, type Marks, type Stretch } from './marked-content.js'
import { compressedStream } from './object/compressed-stream.js'
import { contentStreams, joinContent as joinStreams } from './object/page-content.js'
import { wholeBytes } from './object/stream-bytes.js'
import { readStructure } from './read-structure.js'
import { shapeStructure } from './shape-structure.js'
import { writeStructure } from './write-structure.js'

/** A content stream with its marks; `holder` is the page or form by which the structure tree names it. */
interface Painting {
  readonly holder: PDFRef
  readonly stream: PDFRef
  readonly bytes: Uint8Array
  readonly marks: Marks
  /** Forms that hold tagged content of their own, by resource name. */
  readonly tagged: ReadonlySet<string>
}

/**
 * The tags (ISO 32000-1, 14.7 and 14.8; ISO 14289-1, 7): the structure tree in the manuscript's order, every link with
 * a description (ISO 14289-1, 7.18), and everything painted that is not in the tree marked as an artifact (7.1):
 * running heads, folios, rules, borders, backgrounds.
 *
 * @throws Error when the printed tree does not agree with the document
 */
export const tagPages: FinishingStep = async (document, { tags }) => {
  if (tags === undefined) return
  const paintings = readPaintings(document)
  const sequences = new Map(
    paintings.map(({ holder, marks }) => [holder, new Map(marks.sequences.map((one) => [one.mcid, one]))]),
  )
  const structure = readStructure(document, tags)
  const marksOf = new Map(paintings.map(({ holder, marks }) => [holder, marks]))
  const joints = joinContent(structure.nodes, tags.order.joined, (holder) => marksOf.get(holder))
  const artifacts = shapeStructure(structure, {
    sources: tags.sources,
    isDecoration: ({ page, stream, mcid }) => sequences.get(stream ?? page)?.get(mcid)?.hasMatter === false,
  })
  const unneeded = new Map<PDFRef, Set<number>>()
  for (const { page, stream, mcid } of artifacts) {
    const holder = stream ?? page
    unneeded.set(holder, (unneeded.get(holder) ?? new Set()).add(mcid))
  }
  describeLinks(document, structure.links, tags.order.texts)
  writeStructure(document, structure.root, structure.old)
  await Promise.all(
    paintings.map((painting) =>
      writeMarks(
        document,
        painting,
        unneeded.get(painting.holder) ?? new Set(),
        joints.get(painting.holder) ?? [],
      ),
    ),
  )
}

/** Pages, and the forms in their resources that hold tagged content. */
function readPaintings(document: PDFDocument): Painting[] {
  const { context } = document
  const paintings: Painting[] = []
  const seen = new Set<PDFRef>()
  const read = (holder: PDFRef, stream: PDFRef, resources: PDFDict | undefined): void => {
    const object = context.lookup(stream, PDFStream)
    const bytes = wholeBytes(object)
    const tagged = new Set<string>()
    const forms = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)
    for (const [key, value] of forms?.entries() ?? []) {
      const form = context.lookup(value)
      if (!(value instanceof PDFRef) || !(form instanceof PDFStream)) continue
      if (form.dict.get(PDFName.of('StructParents')) === undefined) continue
      tagged.add(key.decodeText())
      if (seen.has(value)) continue
      seen.add(value)
      read(value, value, form.dict.lookupMaybe(PDFName.of('Resources'), PDFDict))
    }
    paintings.push({ holder, stream, bytes, marks: readMarks(bytes), tagged })
  }
  for (const page of document.getPages()) {
    const stream = singleStream(document, page.node)
    page.node.set(PDFName.of('Contents'), stream)
    read(page.ref, stream, page.node.Resources())
  }
  return paintings
}

/** A page may have its content in pieces (7.8.2); marks go over them. */
function singleStream({ context }: PDFDocument, page: PDFDict): PDFRef {
  const contents = page.get(PDFName.of('Contents'))
  if (contents instanceof PDFRef && context.lookup(contents) instanceof PDFStream) return contents
  return context.register(context.flateStream(joinStreams(contentStreams(page).map(wholeBytes))))
}

/** ISO 14289-1, 7.18.5: what a link says of itself is its text. */
function describeLinks(
  { context }: PDFDocument,
  links: ReadonlyMap<PDFRef, number>,
  texts: ReadonlyMap<number, string>,
): void {
  for (const [ref, source] of links) {
    const annotation = context.lookup(ref, PDFDict)
    const text = (texts.get(source) ?? '').replaceAll(/\s+/g, ' ').trim()
    annotation.set(PDFName.of('Contents'), PDFHexString.fromText(text || targetOf(annotation)))
  }
}

function targetOf(annotation: PDFDict): string {
  const uri = annotation.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI'))
  return uri instanceof PDFString || uri instanceof PDFHexString ? uri.decodeText() : '链接'
}

const artifactBegins = Buffer.from('/Artifact BMC\n')
const artifactEnds = Buffer.from('\nEMC')
const nothing = Buffer.alloc(0)

async function writeMarks(
  { context }: PDFDocument,
  { stream, bytes, marks, tagged }: Painting,
  unneeded: ReadonlySet<number>,
  joints: readonly Joint[],
): Promise<void> {
  const ascending = joints.toSorted((a, b) => a.start - b.start)
  let next = 0
  const isJoined = ({ start }: Stretch): boolean => {
    while ((ascending[next]?.end ?? Infinity) <= start) next++
    return (ascending[next]?.start ?? Infinity) <= start
  }
  const edits = [
    ...ascending.flatMap(({ ends, begins }) =>
      [ends, begins].map(({ start, end }) => ({ at: start, to: end, text: nothing })),
    ),
    ...marks.unmarked
      .filter(({ xObject }) => xObject === undefined || !tagged.has(xObject))
      .filter((one) => !isJoined(one))
      .flatMap(({ start, end }) => [
        { at: start, to: start, text: artifactBegins },
        { at: end, to: end, text: artifactEnds },
      ]),
    ...marks.sequences
      .filter(({ mcid }) => unneeded.has(mcid))
      .map(({ begin }) => ({ at: begin.start, to: begin.end, text: artifactBegins })),
  ].sort((a, b) => a.at - b.at)
  if (edits.length === 0) return
  const pieces: Uint8Array[] = []
  let done = 0
  for (const { at, to, text } of edits) {
    pieces.push(bytes.subarray(done, at), text)
    done = to
  }
  pieces.push(bytes.subarray(done))
  const old = context.lookup(stream, PDFStream)
  context.assign(stream, await compressedStream(old.dict.clone(context), Buffer.concat(pieces)))
}
