import type { Element } from 'hast'
import type { Image } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import { report, titlePrinted } from '../../diagnostics/index.js'
import { picture } from '../picture.js'
import type { Transformation } from '../transformation.js'

/** A picture within a line. */
export const image =
  (transformation: Transformation) =>
  (state: State, node: Image): Element => {
    if (node.title) report(transformation.file, titlePrinted, node, { title: node.title, kind: 'image' })
    return picture(transformation, state, node)
  }
