import { PDFDict, PDFName, type PDFContext, type PDFPage, type PDFRef } from '@cantoo/pdf-lib'
import { PT_PER_MM, type PressMark } from '../../issue/index.js'
import { PlateSpaces, type SpotPlate } from './colour/index.js'
import { isoDate } from './pdf-date.js'
import { plotterText, plotterWidth } from './plotter-letters.js'
import { markRoomMm, pressBoxes, type PressBoxes, type Rectangle } from './press-boxes.js'
import type { PressJob, PressStep } from './press-job.js'

const mm = PT_PER_MM
/** Points. */
const lineWidth = 0.25
const cropLength = 5 * mm
const targetRadius = 2 * mm
/** From its middle to what stands beside it. */
const targetReach = 4 * mm
const patch = 5 * mm
const largestSlug = 2 * mm

/** Patches of the colour bar: the solids, what two of them make, and half tones. */
const patches: readonly (readonly [number, number, number, number])[] = [
  [1, 0, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 1, 0],
  [0, 0, 0, 1],
  [1, 1, 0, 0],
  [1, 0, 1, 0],
  [0, 1, 1, 0],
  [0.5, 0, 0, 0],
  [0, 0.5, 0, 0],
  [0, 0, 0.5, 0],
  [0, 0, 0, 0.5],
]

/**
 * Printer's marks (ISO 32000-1, 14.11.3) outside of the bleed: crop marks, registration targets and the slug in the colour
 * `All`, which every plate prints (8.6.6.4); the colour bar. The page itself is clipped to its bleed box.
 */
export const drawMarks: PressStep = (document, job) => {
  if (job.marks.length === 0) return
  const { context } = document
  const boxes = pressBoxes(job.geometry, true)
  const all = registrationColour(context)
  const plates = new PlateSpaces(context)
  const before = context.register(context.flateStream(`q ${rectangle(boxes.bleed)} re W n\n`))
  const pages = document.getPages()
  pages.forEach((page, index) => {
    const drawn = marks(boxes, job, `${index + 1}/${pages.length}`)
    const after = context.register(context.flateStream(`\nQ q /KbAll CS 1 SCN ${lineWidth} w\n${drawn}\nQ\n`))
    const own = page.node.get(PDFName.of('Contents'))
    page.node.set(
      PDFName.of('Contents'),
      context.obj(own === undefined ? [before, after] : [before, own, after]),
    )
    addColourSpace(page, all)
    if (job.marks.includes('colour-bar')) plates.add(resourcesOf(page), new Set(job.ink.mixer.plates))
  })
}

function marks(boxes: PressBoxes, job: PressJob, page: string): string {
  const drawing: Readonly<Record<PressMark, () => string>> = {
    crop: () => cropMarks(boxes),
    registration: () => targets(boxes),
    'colour-bar': () => colourBar(boxes, job.ink.mixer.plates),
    slug: () => slug(boxes, job, page),
  }
  return job.marks.map((mark) => drawing[mark]()).join('\n')
}

/** Two lines at each corner in the directions of the trim's edges, beginning at the bleed. */
function cropMarks({ trim, bleed }: PressBoxes): string {
  const [left, bottom, right, top] = trim
  return [
    ...[bottom, top].flatMap((y) => [
      line(bleed[0], y, bleed[0] - cropLength, y),
      line(bleed[2], y, bleed[2] + cropLength, y),
    ]),
    ...[left, right].flatMap((x) => [
      line(x, bleed[1], x, bleed[1] - cropLength),
      line(x, bleed[3], x, bleed[3] + cropLength),
    ]),
  ].join('\n')
}

/** A ring with a cross in the middle of each side. */
function targets({ bleed }: PressBoxes): string {
  const away = (markRoomMm / 2) * mm
  const x = (bleed[0] + bleed[2]) / 2
  const y = (bleed[1] + bleed[3]) / 2
  return [
    [x, bleed[1] - away],
    [x, bleed[3] + away],
    [bleed[0] - away, y],
    [bleed[2] + away, y],
  ]
    .map(([cx = 0, cy = 0]) => target(cx, cy))
    .join('\n')
}

function target(x: number, y: number): string {
  const arm = targetRadius * 1.6
  return [line(x - arm, y, x + arm, y), line(x, y - arm, x, y + arm), circle(x, y, targetRadius)].join('\n')
}

/** Four Bézier curves, 0.5523 being the length of the handles for a radius of 1. */
function circle(x: number, y: number, r: number): string {
  const h = r * 0.5523
  const curve = (...points: readonly number[]) => `${points.map(round).join(' ')} c`
  return [
    `${round(x + r)} ${round(y)} m`,
    curve(x + r, y + h, x + h, y + r, x, y + r),
    curve(x - h, y + r, x - r, y + h, x - r, y),
    curve(x - r, y - h, x - h, y - r, x, y - r),
    curve(x + h, y - r, x + r, y - h, x + r, y),
    's',
  ].join(' ')
}

/** Above the head, from the left; spot colours after the four, whole and half. */
function colourBar({ trim, bleed }: PressBoxes, plates: readonly SpotPlate[]): string {
  const bottom = bleed[3] + 3.5 * mm
  const middle = (bleed[0] + bleed[2]) / 2
  const inks = [
    ...patches.map((ink) => `${ink.join(' ')} k`),
    ...plates.flatMap(({ resource }) => [1, 0.5].map((tint) => `/${resource} cs ${tint} scn`)),
  ]
  let left = trim[0] + 8 * mm
  const squares = inks.map((ink) => {
    if (Math.abs(left + patch / 2 - middle) < patch / 2 + targetReach) left = middle + targetReach
    const square = `${ink} ${[left, bottom, patch, patch].map(round).join(' ')} re f`
    left += patch
    return square
  })
  return ['q', ...squares, 'Q'].join('\n')
}

/** Below the foot, from the left: which file, which page, when, for which press. */
function slug(
  { trim, bleed }: PressBoxes,
  { publication, date, producer, condition, ink }: PressJob,
  page: string,
) {
  const parts = [
    publication.metadata.id,
    page,
    isoDate(date).slice(0, 10),
    condition ?? ink.transform.description,
    producer,
  ]
  const text = parts.join('  ')
  const left = trim[0] + 8 * mm
  // Up to the target in the middle of the foot.
  const room = (bleed[0] + bleed[2]) / 2 - 5 * mm - left
  const size = Math.min(largestSlug, room / plotterWidth(text, 1))
  return plotterText(text, left, bleed[1] - 5 * mm, size)
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  return `${round(x1)} ${round(y1)} m ${round(x2)} ${round(y2)} l S`
}

function rectangle([left, bottom, right, top]: Rectangle): string {
  return [left, bottom, right - left, top - bottom].map(round).join(' ')
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** Separation `All`: full tint is all of every ink. */
function registrationColour(context: PDFContext): PDFRef {
  const tint = context.obj({ FunctionType: 2, Domain: [0, 1], N: 1, C0: [0, 0, 0, 0], C1: [1, 1, 1, 1] })
  return context.register(context.obj(['Separation', 'All', 'DeviceCMYK', tint]))
}

function resourcesOf({ node }: PDFPage): PDFDict {
  return node.lookup(PDFName.of('Resources'), PDFDict)
}

function addColourSpace(page: PDFPage, space: PDFRef): void {
  const resources = resourcesOf(page)
  const spaces = resources.lookupMaybe(PDFName.of('ColorSpace'), PDFDict) ?? page.node.context.obj({})
  spaces.set(PDFName.of('KbAll'), space)
  resources.set(PDFName.of('ColorSpace'), spaces)
}
