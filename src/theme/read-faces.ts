import { access } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { VFile } from 'vfile'
import { faceUsable, report, type FaceProblem } from '../diagnostics/index.js'
import type { FaceSource } from '../issue/index.js'
import type { ParsedTheme } from './parse-theme-file.js'
import { readFontForm } from './read-font-form.js'
import { resolveFace } from './resolve-faces.js'
import type { FaceFile } from './theme-schema.js'

/**
 * Finds the files of all faces and looks at what they are: outlines must be TrueType, and static, or cut at stated values of
 * all their axes; anything else becomes hundreds of Type 3 fonts in the PDF. Of a sliced font the first slice is looked at.
 *
 * @param folder the theme's, absolute
 * @returns nothing when a face cannot be used, which is reported on `file` with its place
 * @throws MachineError when a font package is not installed
 */
export async function readFaces(
  { settings, placeOf }: ParsedTheme,
  folder: string,
  file: VFile,
): Promise<FaceSource[] | undefined> {
  const entries = Object.entries(settings.faces).flatMap(([family, list]) =>
    list.map((face, index) => ({ family, face, path: ['faces', family, index] })),
  )
  const read = await Promise.all(
    entries.map(async (entry) => ({ ...entry, ...(await readFace(entry.family, entry.face, folder)) })),
  )
  const bad = read.flatMap(({ family, path, problem }) => (problem ? [{ family, path, ...problem }] : []))
  for (const { family, path, font, problem } of bad)
    report(file, faceUsable, placeOf(path), { family, font, problem })
  return bad.length > 0 ? undefined : read.flatMap(({ sources }) => sources)
}

interface ReadFace {
  readonly sources: readonly FaceSource[]
  readonly problem?: { readonly font: string; readonly problem: FaceProblem } | undefined
}

async function readFace(family: string, face: FaceFile, folder: string): Promise<ReadFace> {
  const own = face.file ?? face.stylesheet ?? ''
  if (face.package === undefined && !(await exists(join(folder, own))))
    return { sources: [], problem: { font: own, problem: { kind: 'missing' } } }
  const sources = await resolveFace(family, face, folder)
  const font = sources[0]?.files[0]
  if (font === undefined) return { sources, problem: { font: own, problem: { kind: 'no-slices' } } }
  if (!(await exists(font)))
    return { sources, problem: { font: shown(font, face, folder), problem: { kind: 'missing' } } }
  const problem = await findProblem(font, face.axes)
  return { sources, problem: problem && { font: shown(font, face, folder), problem } }
}

async function findProblem(
  font: string,
  stated: Readonly<Record<string, number>> | undefined,
): Promise<FaceProblem | undefined> {
  const { outlines, axes } = await readFontForm(font)
  if (outlines !== 'truetype') return { kind: outlines }
  if (axes.length === 0) return stated === undefined ? undefined : { kind: 'static' }
  const isStated = axes.every(({ tag, least, most }) => {
    const value = stated?.[tag]
    return value !== undefined && value >= least && value <= most
  })
  const isKnown = Object.keys(stated ?? {}).every((tag) => axes.some((axis) => axis.tag === tag))
  return isStated && isKnown ? undefined : { kind: 'variable', axes }
}

/** As the designer knows the file: within its package, or within the theme. */
function shown(font: string, face: FaceFile, folder: string): string {
  return face.package === undefined
    ? relative(folder, font)
    : `${face.package}: ${face.file ?? face.stylesheet}`
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
