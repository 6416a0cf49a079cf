import type { Handlers } from 'mdast-util-to-hast'
import type { Transformation } from '../transformation.js'
import { code } from './code.js'
import { containerDirective } from './container-directive.js'
import { defList, defListDescription, defListTerm } from './definition-list.js'
import { footnoteReference } from './footnote-reference.js'
import { heading } from './heading.js'
import { image } from './image.js'
import { lineBreak } from './line-break.js'
import { link } from './link.js'
import { list } from './list.js'
import { inlineMath, math } from './math.js'
import { paragraph } from './paragraph.js'
import { ruby } from './ruby.js'
import { table } from './table.js'
import { textDirective } from './text-directive.js'
import { text } from './text.js'

/** One handler per node type; the rest are those of `mdast-util-to-hast`. */
export function handlers(transformation: Transformation): Handlers {
  return {
    break: lineBreak(),
    code: code(transformation),
    containerDirective: containerDirective(transformation),
    defList: defList(),
    defListDescription: defListDescription(),
    defListTerm: defListTerm(),
    footnoteDefinition: () => undefined,
    footnoteReference: footnoteReference(transformation),
    heading: heading(transformation),
    image: image(transformation),
    inlineMath: inlineMath(transformation),
    leafDirective: () => undefined,
    link: link(transformation),
    list: list(),
    math: math(transformation),
    paragraph: paragraph(transformation),
    ruby: ruby(),
    table: table(),
    text: text(transformation),
    textDirective: textDirective(transformation),
  }
}
