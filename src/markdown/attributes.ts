import type { Heading, Image, Paragraph, PhrasingContent, Root, Text } from 'mdast'
import type { InlineMath, Math } from 'mdast-util-math'
import type { VFile } from 'vfile'
import { CONTINUE, visit } from 'unist-util-visit'
import { attributesReadable, fenceClosed, report } from '../diagnostics/index.js'
import type { Attributes } from '../issue/index.js'
import { checkAttributes } from './check-attributes.js'
import { headingAttributes, imageAttributes, mathAttributes } from './known-directives.js'
import { looksLikeAttributes, parseAttributes } from './parse-attributes.js'
import { sourceOf } from './source-of.js'

/**
 * Takes `{#id .class key=value}` from the end of headings, from behind images and from the opening fence of display
 * math into `data.attributes`. `$$…$$` alone in a paragraph becomes display math.
 */
export function remarkAttributes() {
  return (tree: Root, file: VFile): undefined => {
    const source = String(file)
    visit(tree, (node, index, parent) => {
      if (node.type === 'heading') headingTail(node, file, source)
      else if (node.type === 'math') mathMeta(node, file, source)
      else if (node.type === 'paragraph') {
        const math = displayMath(node, file, source)
        if (math && parent && index !== undefined) parent.children.splice(index, 1, math)
        else afterImages(node, file, source)
      }
      return CONTINUE
    })
  }
}

function headingTail(heading: Heading, file: VFile, source: string): void {
  const last = heading.children.at(-1)
  if (last?.type !== 'text') return
  const match = last.value.match(/\s*\{([^{}]*)\}\s*$/)
  if (!match || !looksLikeAttributes(match[1] ?? '') || isEscaped(sourceOf(source, last))) return
  const attributes = parseAttributes(match[1] ?? '')
  if (!attributes) {
    report(file, attributesReadable, last, { written: match[0].trim() })
    return
  }
  checkAttributes(file, heading, '##', attributes, headingAttributes)
  heading.data = { ...heading.data, attributes }
  last.value = last.value.slice(0, match.index)
  if (last.value === '') heading.children.pop()
}

function isEscaped(written: string): boolean {
  return /\\\{[^{}]*\}\s*#*\s*$/.test(written)
}

function afterImages(paragraph: Paragraph, file: VFile, source: string): void {
  for (const [index, image] of paragraph.children.entries()) {
    const next = paragraph.children[index + 1]
    if (image.type !== 'image' || next?.type !== 'text') continue
    const attributes = takeLeading(next, file, source)
    if (!attributes) continue
    checkAttributes(file, image, '![]()', attributes, imageAttributes)
    setAttributes(image, attributes)
  }
  const isEmpty = (child: PhrasingContent): boolean => child.type === 'text' && child.value === ''
  if (paragraph.children.some(isEmpty)) {
    paragraph.children = paragraph.children.filter((child) => !isEmpty(child))
  }
}

function setAttributes(image: Image, attributes: Attributes): void {
  image.data = { ...image.data, attributes }
}

function takeLeading(text: Text, file: VFile, source: string): Attributes | undefined {
  const match = text.value.match(/^\{([^{}]*)\}/)
  if (!match || !sourceOf(source, text).startsWith('{') || !looksLikeAttributes(match[1] ?? ''))
    return undefined
  const attributes = parseAttributes(match[1] ?? '')
  if (attributes) text.value = text.value.slice(match[0].length)
  else report(file, attributesReadable, text, { written: match[0] })
  return attributes
}

function mathMeta(math: Math, file: VFile, source: string): void {
  const written = sourceOf(source, math)
  const fence = written.match(/^\${2,}/)?.[0] ?? '$$'
  const last =
    written
      .split('\n')
      .at(-1)
      ?.replace(/^[ \t>]+/, '')
      .trimEnd() ?? ''
  if (!written.includes('\n') || !last.startsWith(fence) || !/^\$+$/.test(last)) {
    report(file, fenceClosed, math.position?.start, { fence })
  }
  const meta = math.meta?.trim() ?? ''
  if (meta === '') return
  const attributes = /^\{.*\}$/.test(meta) ? parseAttributes(meta.slice(1, -1)) : undefined
  if (!attributes) {
    report(file, attributesReadable, math.position?.start, { written: meta })
    return
  }
  checkAttributes(file, math, '$$', attributes, mathAttributes)
  math.data = { ...math.data, attributes }
}

function displayMath(paragraph: Paragraph, file: VFile, source: string): Math | undefined {
  const [math, tail, ...others] = paragraph.children
  if (math?.type !== 'inlineMath' || others.length > 0 || !isDouble(math, source)) return undefined
  let attributes: Attributes | undefined
  if (tail) {
    const match = tail.type === 'text' ? tail.value.match(/^\s*\{([^{}]*)\}\s*$/) : undefined
    attributes = match ? parseAttributes(match[1] ?? '') : undefined
    if (!attributes) return undefined
    checkAttributes(file, math, '$$', attributes, mathAttributes)
  }
  return {
    type: 'math',
    value: math.value,
    ...(attributes ? { data: { attributes } } : {}),
    ...(paragraph.position ? { position: paragraph.position } : {}),
  }
}

function isDouble(math: InlineMath, source: string): boolean {
  return sourceOf(source, math).startsWith('$$')
}
