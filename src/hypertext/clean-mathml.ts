import type { Element, ElementContent, Properties } from 'hast'
import { element, text } from '../issue/index.js'

/** The styles that mean something without Temml's style sheet: the columns of `cases` and `aligned`, and frames. */
const meaningful = /^(?:padding|padding-left|padding-right|border)$/

/**
 * Temml's tree without its classes and font styles, in MathML Core: lines over and under are accents, columns are
 * aligned by style because Chromium knows no `columnalign`, and the characters of one word are one text.
 */
export function cleanMathml(children: readonly ElementContent[]): ElementContent[] {
  return joinTexts(children.flatMap(clean))
}

function clean(node: ElementContent): ElementContent[] {
  if (node.type === 'text') return [text(node.value)]
  if (node.type !== 'element') return []
  const children = cleanMathml(node.children)
  if (node.tagName === 'menclose') return [enclose(node, children)]
  const { class: className, style, ...rest } = node.properties
  const styles = cleanStyle(style ?? '', classesOf(className))
  return [element(node.tagName, { ...rest, style: styles === '' ? undefined : styles }, children)]
}

function enclose({ properties }: Element, children: readonly ElementContent[]): Element {
  const base = element('mrow', {}, children)
  const line = (character: string): Element => element('mo', { stretchy: 'true' }, [text(character)])
  if (properties['notation'] === 'top') return element('mover', { accent: 'true' }, [base, line('‾')])
  if (properties['notation'] === 'bottom')
    return element('munder', { accentunder: 'true' }, [base, line('_')])
  return base
}

function cleanStyle(style: string, classes: readonly string[]): string {
  const kept = style
    .split(';')
    .filter((declaration) => meaningful.test(declaration.split(':', 1)[0]?.trim() ?? ''))
  const side = classes.includes('tml-left') ? 'left' : classes.includes('tml-right') ? 'right' : undefined
  return [...kept.map((declaration) => declaration.trim()), ...(side ? [`text-align:${side}`] : [])].join(';')
}

function classesOf(className: Properties[string]): string[] {
  return String(className ?? '').split(' ')
}

function joinTexts(children: readonly ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = []
  for (const child of children) {
    const last = joined.at(-1)
    if (isText(last) && isText(child)) {
      const [before] = last.children
      const [after] = child.children
      const value =
        (before?.type === 'text' ? before.value : '') + (after?.type === 'text' ? after.value : '')
      joined.splice(-1, 1, { ...last, children: [text(value)] })
    } else joined.push(child)
  }
  return joined
}

function isText(node: ElementContent | undefined): node is Element {
  return (
    node?.type === 'element' &&
    node.tagName === 'mtext' &&
    Object.keys(node.properties).length === 0 &&
    node.children.length === 1
  )
}
