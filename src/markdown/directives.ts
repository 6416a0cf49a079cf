import type { Root } from 'mdast'
import type { ContainerDirective, Directives } from 'mdast-util-directive'
import type { VFile } from 'vfile'
import { SKIP, visit } from 'unist-util-visit'
import {
  attributePresent,
  directiveKnown,
  directiveLabel,
  fenceClosed,
  fenceReadable,
  nearestName,
  report,
} from '../diagnostics/index.js'
import type { Attributes } from '../issue/index.js'
import { checkAttributes } from './check-attributes.js'
import { knownDirectives } from './known-directives.js'
import { sourceOf } from './source-of.js'

/** Reports directives that are unknown, half-written or have attributes they do not know; keeps their attributes. */
export function remarkDirectives() {
  return (tree: Root, file: VFile): undefined => {
    const source = String(file)
    visit(tree, (node) => {
      if (
        node.type === 'textDirective' ||
        node.type === 'leafDirective' ||
        node.type === 'containerDirective'
      ) {
        checkDirective(node, file, source)
      } else if (node.type === 'paragraph' && !node.data?.directiveLabel) {
        const [line] = sourceOf(source, node).split('\n', 1)
        if (line?.startsWith(':::')) report(file, fenceReadable, node, { written: shorten(line) })
      } else if (node.type === 'code' && sourceOf(source, node).length > 0) {
        checkCodeFence(sourceOf(source, node), file, node)
        return SKIP
      }
      return undefined
    })
  }
}

function checkDirective(node: Directives, file: VFile, source: string): void {
  const attributes = attributesOf(node)
  node.data = { ...node.data, attributes }
  const form = node.type === 'textDirective' ? 'text' : node.type === 'leafDirective' ? 'leaf' : 'container'
  const known = knownDirectives.get(node.name)
  if (known?.form !== form) {
    report(file, directiveKnown, node, {
      written: `${colons(form)}${node.name}`,
      proposal: known ? written(node.name) : propose(node.name, form),
      known: [...knownDirectives.keys()]
        .filter((name) => knownDirectives.get(name)?.form === form)
        .map(written),
    })
    return
  }
  checkAttributes(file, node, written(node.name), attributes, known.attributes)
  if (node.name === 'lang' && !attributes.values['lang']) {
    report(file, attributePresent, node, { attribute: 'lang', example: ':lang[savoir-faire]{lang=fr}' })
  }
  if (node.type === 'containerDirective') checkContainer(node, known.title, file, source)
}

function checkContainer(node: ContainerDirective, hasTitle: boolean, file: VFile, source: string): void {
  const [first] = node.children
  if (!hasTitle && first?.data && 'directiveLabel' in first.data && first.data.directiveLabel) {
    report(file, directiveLabel, first, { name: node.name })
  }
  const text = sourceOf(source, node)
  const opening = text.match(/^:+/)?.[0] ?? ':::'
  const last =
    text
      .trimEnd()
      .split('\n')
      .at(-1)
      ?.replace(/^[ \t>]+/, '') ?? ''
  if (!/^:{3,}$/.test(last) || last.length < opening.length || !text.includes('\n')) {
    report(file, fenceClosed, node.position?.start, { fence: opening })
  }
}

function checkCodeFence(text: string, file: VFile, node: { readonly position?: Root['position'] }): void {
  const fence = text.match(/^(?:`{3,}|~{3,})/)?.[0]
  if (!fence) return
  const last =
    text
      .split('\n')
      .at(-1)
      ?.replace(/^[ \t>]+/, '')
      .trimEnd() ?? ''
  const closed = text.includes('\n') && last.startsWith(fence) && /^(`+|~+)$/.test(last)
  if (!closed) report(file, fenceClosed, node.position?.start, { fence })
}

function attributesOf(node: Directives): Attributes {
  const { id, class: classes, ...values } = node.attributes ?? {}
  return {
    id: id ?? undefined,
    classes: (classes ?? '').split(/\s+/).filter((name) => name !== ''),
    values: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value ?? ''])),
  }
}

function propose(name: string, form: 'text' | 'leaf' | 'container'): string | undefined {
  const alike = [...knownDirectives].filter(([, syntax]) => form === 'leaf' || syntax.form === form)
  const nearest = nearestName(
    name,
    alike.map(([key]) => key),
  )
  return nearest === undefined ? undefined : written(nearest)
}

function written(name: string): string {
  return `${colons(knownDirectives.get(name)?.form ?? 'container')}${name}`
}

function colons(form: 'text' | 'leaf' | 'container'): string {
  return form === 'text' ? ':' : form === 'leaf' ? '::' : ':::'
}

function shorten(line: string): string {
  return line.length > 40 ? `${line.slice(0, 40)}…` : line
}
