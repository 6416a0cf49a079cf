import type { ElementContent, Root } from 'hast'
import type { Position } from 'unist'

/** One note in order of its first call. */
export interface Note {
  /** `note-1`, local to the article. */
  readonly id: string
  /** ①…㊿, then (51). */
  readonly mark: string
  /** Ids of its calls, in order; never empty. */
  readonly calls: readonly string[]
  readonly content: readonly ElementContent[]
  readonly position: Position | undefined
}

export type TargetKind = 'heading' | 'figure' | 'table' | 'equation' | 'box'

/** Something in an article that a cross reference can point to. */
export interface Target {
  /** Local to the article. */
  readonly id: string
  readonly kind: TargetKind
  /** Counted per kind and article; absent for headings and boxes, and for figures and tables without a caption. */
  readonly number?: number | undefined
  /** Heading, caption or title of the box as plain text, without note calls; empty when there is none. */
  readonly title: string
  /** Headings only: 2 to 6. */
  readonly level?: number | undefined
  readonly position: Position | undefined
}

/** A picture that an article shows. */
export interface AssetUse {
  /** Relative to the folder with forward slashes (it may begin with `../`), or a URL as it was written. */
  readonly path: string
  readonly position: Position | undefined
}

/**
 * A link from one place of the issue to another. In the tree it is an `a` with the classes below and the properties
 * `dataTargetPath` and `dataTargetId`, which the edition turns into `href` and, where it is empty, text.
 *
 * - `reference`: `[](#x)`, reads as the target's label; class `reference`
 * - `link`: `[text](#x)`, keeps its text; class `reference`
 * - `page`: `:page[#x]`, reads 第N页; class `page-reference`
 */
export interface CrossReference {
  readonly kind: 'reference' | 'link' | 'page'
  /** Manuscript file of the target, relative to the folder. */
  readonly path: string
  /** Absent: the article as a whole. */
  readonly id?: string | undefined
  readonly position: Position | undefined
}

/** An article as hast with everything that the edition has to join: notes, targets, references. */
export interface Hypertext {
  readonly body: Root
  readonly notes: readonly Note[]
  /** In reading order. */
  readonly targets: readonly Target[]
  readonly assetUses: readonly AssetUse[]
  readonly references: readonly CrossReference[]
}
