import type { Literal } from 'mdast'
import type {} from 'mdast-util-directive'
import type {} from 'mdast-util-math'
import type {} from 'mdast-util-definition-list'

/** `{#id .class key=value}` after a heading, an image or the fence of display math. */
export interface Attributes {
  readonly id?: string | undefined
  readonly classes: readonly string[]
  readonly values: Readonly<Record<string, string>>
}

/** `{汉字|hàn zì}`: `value` is the base, `annotation` what stands above it (行间注). */
export interface Ruby extends Literal {
  type: 'ruby'
  annotation: string
}

declare module 'mdast' {
  interface PhrasingContentMap {
    ruby: Ruby
  }
  interface RootContentMap {
    ruby: Ruby
  }
}

declare module 'unist' {
  interface Data {
    /** Attributes that the manuscript gives the node. */
    attributes?: Attributes | undefined
  }
}
