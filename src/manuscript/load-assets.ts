import { isUtf8 } from 'node:buffer'
import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'
import {
  type Rule,
  fileSizeBounded,
  imageExists,
  imageFilled,
  imageLocal,
  imageNameExact,
  imageAreaBounded,
  imageSizeSound,
  imageType,
  imageWhole,
  report,
  svgSized,
  svgStatic,
  svgWellFormed,
} from '../diagnostics/index.js'
import type { Asset, Assets } from '../issue/index.js'
import { fileAsset } from './file-asset.js'
import { type Found, IssueFolder, readBounded } from './issue-folder.js'
import { issuePath } from './issue-path.js'
import { mediaTypes, sniffMediaType } from './media-type.js'
import { rasterSize } from './raster-picture.js'
import { readSvg } from './svg-drawing.js'

/** A picture as a manuscript shows it. */
export interface PictureUse {
  /** As `img[src]` has it; percent-encoding is read. */
  readonly path: string
  /** Where it is shown; messages go there. */
  readonly file: VFile
  readonly position: Position | Point | undefined
}

/** A picture, or the messages about it, each to be put where the picture is shown. */
type Picture = { readonly asset: Asset } | { readonly problems: readonly ((use: PictureUse) => void)[] }

type FileFound = Extract<Found, { kind: 'file' }>

/** Bytes of a picture file that are read at most. */
const largestPicture = 200_000_000
/** Side of a picture in px; beyond it browsers and presses give up. */
const largestSide = 20_000
/** In pixels, of which the browser holds four bytes each: 600 dpi over a page of 210 × 285 mm are 33 million. */
const largestArea = 100_000_000
/** Bytes of a picture that stays in memory; larger ones are read again when they are used. */
const largestKept = 500_000
/** Messages about one drawing; more say nothing new. */
const mostProblems = 10

/**
 * Reads and checks every picture that is shown, each once. What is wrong is reported where the picture is shown: a
 * path at each place, the contents of a file at the first. Pictures at fault are not among the result.
 *
 * @returns the pictures by the path their uses have; two spellings of one path give the same picture
 */
export async function loadAssets(root: string, uses: readonly PictureUse[]): Promise<Assets> {
  const assets = new Map<string, Asset>()
  const folder = await IssueFolder.open(root)
  if (typeof folder === 'string') return assets // the loader of the issue has said so
  const pictures = new Map<string, Picture>()
  for (const use of uses) {
    const located = await locate(folder, use)
    if (located === undefined) continue
    const known = pictures.get(located.path)
    const picture = known ?? (await readPicture(located.path, located.found))
    pictures.set(located.path, picture)
    if ('asset' in picture) assets.set(use.path, picture.asset)
    else if (known === undefined) for (const tell of picture.problems) tell(use)
  }
  return assets
}

/** Finds the file of a use; the name with its percent-encoding read comes first, then the name as it is written. */
async function locate(
  folder: IssueFolder,
  use: PictureUse,
): Promise<{ path: string; found: FileFound } | undefined> {
  const decoded = decodePercent(use.path)
  const plain = issuePath(decoded)
  if ('problem' in plain) {
    report(use.file, imageLocal, use.position, { path: use.path, problem: plain.problem })
    return undefined
  }
  const { path } = plain
  const found = await folder.find(path)
  if (found.kind === 'file') return { path, found }
  if (found.kind === 'missing' && decoded !== use.path) {
    const written = issuePath(use.path)
    const literal = 'path' in written ? await folder.find(written.path) : undefined
    if ('path' in written && literal?.kind === 'file') return { path: written.path, found: literal }
  }
  if (found.kind === 'missing') report(use.file, imageExists, use.position, { path, nearest: found.nearest })
  else if (found.kind === 'misnamed') {
    report(use.file, imageNameExact, use.position, { path, actual: found.actual })
  } else if (found.kind === 'outside') report(use.file, imageLocal, use.position, { path, problem: 'link' })
  else report(use.file, imageFilled, use.position, { path, problem: found.kind })
  return undefined
}

function decodePercent(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path // a per cent sign that is part of the name
  }
}

async function readPicture(path: string, found: FileFound): Promise<Picture> {
  if (found.bytes === 0) return faulty(imageFilled, { path, problem: 'empty' })
  if (found.bytes > largestPicture) {
    return faulty(fileSizeBounded, { path, bytes: found.bytes, limit: largestPicture })
  }
  const bytes = await readBounded(found.absolute, largestPicture)
  if (bytes === undefined) return faulty(imageFilled, { path, problem: 'unreadable' })
  const extension = /\.[^./]*$/.exec(path)?.[0] ?? ''
  const mediaType = sniffMediaType(bytes)
  if (mediaType === undefined) return faulty(imageType, { path, actual: undefined, extension })
  if (typeof mediaType === 'object') return faulty(imageType, { path, actual: mediaType.other, extension })
  const { name, extensions } = mediaTypes[mediaType]
  if (!extensions.includes(extension.toLowerCase())) {
    return faulty(imageType, { path, actual: name, extension })
  }
  if (mediaType === 'image/svg+xml') return readDrawing(path, bytes)
  const size = await rasterSize(bytes, mediaType)
  return size === undefined
    ? faulty(imageWhole, { path, type: name })
    : sized({ path, mediaType, ...size, bytes }, found.absolute)
}

function readDrawing(path: string, bytes: Uint8Array): Picture {
  if (!isUtf8(bytes)) {
    return faulty(svgWellFormed, { path, line: 1, column: 1, problem: 'it is not UTF-8' })
  }
  const drawing = readSvg(new TextDecoder().decode(bytes))
  if (drawing.kind === 'malformed') {
    const { line, column } = drawing.place
    return faulty(svgWellFormed, { path, line, column, problem: drawing.problem })
  }
  const problems = drawing.problems.map(
    ({ place: { line, column }, problem }) =>
      (use: PictureUse) => {
        report(use.file, svgStatic, use.position, { path, line, column, problem })
      },
  )
  if (problems.length > 0) return { problems: problems.slice(0, mostProblems) }
  return drawing.size === undefined
    ? faulty(svgSized, { path })
    : sized({ path, mediaType: 'image/svg+xml', ...drawing.size, bytes })
}

/** @param absolute where the file is; given for pictures that may be large */
function sized(asset: Asset, absolute?: string): Picture {
  const { path, mediaType, width, height, bytes } = asset
  const sound = Math.min(width, height) > 0 && Math.max(width, height) <= largestSide
  if (!sound) return faulty(imageSizeSound, { path, width, height, limit: largestSide })
  if (mediaType !== 'image/svg+xml' && width * height > largestArea)
    return faulty(imageAreaBounded, { path, width, height, limit: largestArea })
  const isLarge = absolute !== undefined && bytes.length > largestKept
  return { asset: isLarge ? fileAsset(asset, absolute) : asset }
}

function faulty<Data>(rule: Rule<Data>, data: Data): Picture {
  return {
    problems: [
      (use) => {
        report(use.file, rule, use.position, data)
      },
    ],
  }
}
