import type { Bilingual } from '../rule.js'
import { defineRule } from '../rule.js'
import { type PathProblem, didYouMean, pathNote, pathReason } from './manuscript.js'

/** Every picture that a manuscript shows is there. */
export const imageExists = defineRule<{ readonly path: string; readonly nearest: string | undefined }>({
  id: 'image-exists',
  severity: 'error',
  message: ({ path }) => ({ en: `There is no picture ${path}`, zh: `没有图片 ${path}` }),
  note: ({ nearest }) =>
    didYouMean(
      nearest,
      "Put the picture there, or mend the path; it is written from the issue's folder",
      '请放好图片或改正路径；路径从本期文件夹写起',
    ),
})

/** File names are written as they are, upper and lower case included. */
export const imageNameExact = defineRule<{ readonly path: string; readonly actual: string }>({
  id: 'image-name-exact',
  severity: 'error',
  message: ({ path, actual }) => ({
    en: `The picture is called ${actual}, not ${path}`,
    zh: `图片名是 ${actual}，不是 ${path}`,
  }),
  note: ({ actual }) => ({
    en: `Write ${actual}: upper and lower case differ on other systems`,
    zh: `请写 ${actual}：别的系统区分大小写`,
  }),
})

/** Pictures are files of the issue: no address, no path or link that leads out of its folder. */
export const imageLocal = defineRule<{ readonly path: string; readonly problem: PathProblem }>({
  id: 'image-local',
  severity: 'error',
  message: ({ path, problem }) => pathReason(path, problem),
  note: ({ problem }) => pathNote(problem),
})

/** A picture is an ordinary file that can be read and is not empty. */
export const imageFilled = defineRule<{
  readonly path: string
  readonly problem: 'empty' | 'folder' | 'special' | 'unreadable'
}>({
  id: 'image-filled',
  severity: 'error',
  message: ({ path, problem }) =>
    ({
      empty: { en: `The picture ${path} is empty: it has 0 bytes`, zh: `图片 ${path} 是空文件（0 字节）` },
      folder: { en: `${path} is a folder, not a picture`, zh: `${path} 是文件夹，不是图片` },
      special: { en: `${path} is not an ordinary file`, zh: `${path} 不是普通文件` },
      unreadable: { en: `The picture ${path} cannot be read`, zh: `无法读取图片 ${path}` },
    })[problem],
  note: ({ problem }) =>
    problem === 'empty'
      ? { en: 'Copy it again from where it came', zh: '请从来源重新复制' }
      : { en: 'Check the path and the permissions', zh: '请检查路径和权限' },
})

/** The picture is what its name says: SVG, PNG, JPEG, GIF or WebP. */
export const imageType = defineRule<{
  readonly path: string
  /** What the bytes are; `undefined` when they are none of the types that can be printed. */
  readonly actual: string | undefined
  readonly extension: string
}>({
  id: 'image-type',
  severity: 'error',
  message: ({ path, actual, extension }) =>
    actual === undefined
      ? {
          en: `${path} is not an SVG, PNG, JPEG, GIF or WebP picture`,
          zh: `${path} 不是 SVG、PNG、JPEG、GIF 或 WebP 图片`,
        }
      : {
          en: `${path} is named ${extension || 'without an extension'}, but is ${actual}`,
          zh: `${path} 的扩展名是 ${extension || '空的'}，内容却是 ${actual}`,
        },
  note: ({ actual }) =>
    actual === undefined
      ? { en: 'Export it in one of these formats', zh: '请导出为以上格式之一' }
      : {
          en: `Give the file the extension of ${actual}, or export it in the format of its name`,
          zh: `请把扩展名改为 ${actual} 的，或按原扩展名重新导出`,
        },
})

/** The picture's file is whole. */
export const imageWhole = defineRule<{ readonly path: string; readonly type: string }>({
  id: 'image-whole',
  severity: 'error',
  message: ({ path, type }) => ({
    en: `The picture ${path} is damaged or cut off: as ${type} it is not complete`,
    zh: `图片 ${path} 已损坏或不完整（${type}）`,
  }),
  note: () => ({ en: 'Copy or export it again', zh: '请重新复制或导出' }),
})

/** Chromium holds a picture uncompressed while it prints. */
export const imageAreaBounded = defineRule<{
  readonly path: string
  readonly width: number
  readonly height: number
  readonly limit: number
}>({
  id: 'image-area-bounded',
  severity: 'error',
  message: ({ path, width, height, limit }) => ({
    en: `The picture ${path} has ${millions(width * height)} million pixels (${width} × ${height}); at most ${millions(limit)} million can be printed`,
    zh: `图片 ${path} 共 ${millions(width * height)} 百万像素（${width} × ${height}），最多可印 ${millions(limit)} 百万像素`,
  }),
  note: () => ({
    en: 'Scale it: 300 dpi over the whole page are about 2500 × 3400 px, and a press shows no more',
    zh: '请缩小：整页 300 dpi 约为 2500 × 3400 像素，再多也印不出来',
  }),
})

/** The picture has a size that can be set. */
export const imageSizeSound = defineRule<{
  readonly path: string
  readonly width: number
  readonly height: number
  readonly limit: number
}>({
  id: 'image-size-sound',
  severity: 'error',
  message: ({ path, width, height, limit }) => ({
    en: `The picture ${path} measures ${width} × ${height} px; a side has 1 to ${limit} px`,
    zh: `图片 ${path} 是 ${width} × ${height} 像素，每边应在 1 至 ${limit} 像素之间`,
  }),
  note: () => ({
    en: 'Scale it: 300 dpi over the whole page are about 2500 × 3400 px',
    zh: '请缩小：整页 300 dpi 约为 2500 × 3400 像素',
  }),
})

/** An SVG is well-formed XML whose root is `svg`. */
export const svgWellFormed = defineRule<{
  readonly path: string
  readonly line: number
  readonly column: number
  readonly problem: string
}>({
  id: 'svg-well-formed',
  severity: 'error',
  message: ({ path, line, column, problem }) => ({
    en: `${path} is not well-formed XML at ${line}:${column}: ${problem}`,
    zh: `${path} 第 ${line} 行第 ${column} 列不是合格的 XML：${problem}`,
  }),
  note: () => ({ en: 'Export the drawing again as plain SVG', zh: '请把图重新导出为普通 SVG' }),
})

/** An SVG says how big it is. */
export const svgSized = defineRule<{ readonly path: string }>({
  id: 'svg-sized',
  severity: 'error',
  message: ({ path }) => ({
    en: `${path} says neither viewBox nor width and height, so its size is unknown`,
    zh: `${path} 没有 viewBox，也没有 width 和 height，无法知道大小`,
  }),
  note: () => ({
    en: 'Add viewBox="0 0 WIDTH HEIGHT" to its svg element',
    zh: '请在 svg 元素上加 viewBox="0 0 宽 高"',
  }),
})

/** An SVG is a drawing: it runs nothing and fetches nothing. */
export const svgStatic = defineRule<{
  readonly path: string
  readonly line: number
  readonly column: number
  readonly problem: Bilingual
}>({
  id: 'svg-static',
  severity: 'error',
  message: ({ path, line, column, problem }) => ({
    en: `${path} has ${problem.en} at ${line}:${column}`,
    zh: `${path} 第 ${line} 行第 ${column} 列有${problem.zh}`,
  }),
  note: () => ({
    en: 'Remove it, or export the drawing again as plain SVG with its pictures embedded',
    zh: '请删去，或把图重新导出为普通 SVG，所用图片嵌入其中',
  }),
})

function millions(pixels: number): number {
  return Math.ceil(pixels / 1e6)
}
