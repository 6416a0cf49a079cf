import type { Element as HtmlElement, ElementContent as HtmlContent } from 'hast'
import type { Element } from 'xast'

/** Blocks of the text as JATS. */
export type BlockAll = (children: readonly HtmlContent[]) => Element[]

/** Makes JATS of one kind of block; `blockAll` is for the blocks within it. */
export type BlockHandler = (element: HtmlElement, blockAll: BlockAll) => Element[]
