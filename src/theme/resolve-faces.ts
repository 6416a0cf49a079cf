import { access, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { MachineError } from '../diagnostics/index.js'
import type { FaceSource } from '../issue/index.js'
import { intersectUnicodeRanges } from './unicode-range.js'
import type { FaceFile } from './theme-schema.js'

/**
 * Finds the files of one face. A `stylesheet` is a web font's CSS whose slices share out the characters; each
 * slice becomes a face with its own `unicode-range`, narrowed by that of the face.
 *
 * @param themeFolder absolute; files without a package lie in it, and packages are looked for from it first
 * @throws MachineError when a font package or one of its files is not installed
 */
export async function resolveFace(
  family: string,
  face: FaceFile,
  themeFolder: string,
): Promise<FaceSource[]> {
  const folder = face.package === undefined ? themeFolder : await findPackage(face.package, themeFolder)
  const { weight, style, scale, axes } = face
  const unicodeRange = face['unicode-range']
  if (face.stylesheet !== undefined) {
    const css = await readFile(await existing(join(folder, face.stylesheet), face.package), 'utf8')
    return readSlices(css).flatMap((slice) => {
      const range =
        unicodeRange === undefined
          ? slice.unicodeRange
          : intersectUnicodeRanges(slice.unicodeRange, unicodeRange)
      return range === ''
        ? []
        : [{ family, weight, style, files: [join(folder, slice.file)], unicodeRange: range, scale, axes }]
    })
  }
  const file = await existing(join(folder, face.file ?? ''), face.package)
  return [{ family, weight, style, files: [file], unicodeRange, scale, axes }]
}

/** The `@font-face` rules of a sliced web font, in the order of the style sheet. */
export function readSlices(css: string): { file: string; unicodeRange: string }[] {
  const slices = []
  for (const [, body = ''] of css.matchAll(/@font-face\s*\{([^}]*)\}/g)) {
    const file = /url\(\s*['"]?([^'")]+)['"]?\s*\)/.exec(body)?.[1]
    const unicodeRange = /unicode-range:\s*([^;}]+)/.exec(body)?.[1]?.trim()
    if (file !== undefined && unicodeRange !== undefined) slices.push({ file, unicodeRange })
  }
  return slices
}

async function findPackage(name: string, themeFolder: string): Promise<string> {
  for (const base of [join(themeFolder, 'theme.yaml'), import.meta.url]) {
    for (const folder of createRequire(base).resolve.paths(name) ?? []) {
      const candidate = join(folder, name)
      if (await exists(join(candidate, 'package.json'))) return candidate
    }
  }
  throw missing(name)
}

async function existing(path: string, packageName: string | undefined): Promise<string> {
  if (await exists(path)) return path
  throw missing(packageName === undefined ? path : `${packageName}: ${path}`)
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

function missing(what: string): MachineError {
  return new MachineError(
    { en: `A font of the theme is not installed: ${what}`, zh: `版式所用的字体没有安装：${what}` },
    { en: 'Run npm install in the project', zh: '请在项目中运行 npm install' },
  )
}
