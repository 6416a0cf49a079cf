import type { PDFObject, PDFStream } from '@cantoo/pdf-lib'
import type { Box } from '../finding.js'
import type { ColourSpace } from './colour-space.js'
import type { FontUse } from './read-font.js'
import type { Matrix } from './matrix.js'
import type { PdfFunction } from '../../object/pdf-function.js'

/** x, y, x, y … in points of the page. */
export type Polygon = readonly number[]

/** What may be painted on: a region within that of its parent. */
export interface Clip {
  readonly parent: Clip | undefined
  readonly polygons: readonly Polygon[]
  readonly evenOdd: boolean
  /** The rectangle around it and all its parents. */
  readonly box: Box
  /** It is that rectangle. */
  readonly isBox: boolean
}

/** Colours that run into each other (ISO 32000-1, 8.7.4.5). */
export interface Shading {
  readonly type: number
  readonly space: ColourSpace
  readonly colour: PdfFunction | undefined
  readonly coords: readonly number[]
  readonly domain: readonly number[]
  readonly extend: readonly [boolean, boolean]
  /** From the shading's space to the page. */
  readonly matrix: Matrix
  readonly object: PDFObject
}

export interface Paint {
  readonly space: ColourSpace
  readonly values: readonly number[]
  readonly shading?: Shading | undefined
  /** What a tile of a tiling pattern paints. */
  readonly tile?: readonly Mark[] | undefined
}

/** A picture: an image XObject or one in the content. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly bits: number
  /** Absent for a stencil, which is painted in the current colour, and for JPEG 2000 with a space of its own. */
  readonly space: ColourSpace | undefined
  readonly isStencil: boolean
  readonly decode: readonly number[] | undefined
  readonly softMask: PDFStream | undefined
  readonly mask: PDFObject | undefined
  readonly stream: PDFStream
}

interface Painted {
  /** In points of the page; within the clip. */
  readonly box: Box
  readonly clip: Clip | undefined
  readonly alpha: number
  readonly blendMode: string
  /** Under a soft mask of the graphics state. */
  readonly isMasked: boolean
  readonly overprint: boolean
  readonly overprintMode: number
}

export type Mark = Painted &
  (
    | {
        readonly kind: 'text'
        readonly paint: Paint
        readonly font: FontUse
        /** Height of an em on the page, in points. */
        readonly size: number
        /** How many of its characters the font does not have. */
        readonly missing: number
        /** False for text of rendering mode 3 and 7, which is there to be found only. */
        readonly visible: boolean
      }
    | {
        readonly kind: 'fill'
        readonly paint: Paint
        readonly polygons: readonly Polygon[]
        readonly evenOdd: boolean
      }
    | {
        readonly kind: 'stroke'
        readonly paint: Paint
        readonly polygons: readonly Polygon[]
        /** On the page, in points; 0 is the thinnest line that the device has. */
        readonly width: number
      }
    | {
        readonly kind: 'image'
        readonly paint: Paint
        readonly picture: Picture
        /** From the unit square to the page. */
        readonly matrix: Matrix
      }
    | { readonly kind: 'shading'; readonly paint: Paint }
  )

/** What was found that is no mark: `damaged content`, a form's colour space for blending. */
export interface Remark {
  readonly what: 'damaged' | 'blend-space' | 'transfer-function' | 'halftone' | 'postscript' | 'too-much'
  readonly detail?: string | undefined
}
