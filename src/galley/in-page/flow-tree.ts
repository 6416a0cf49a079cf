import type { BlockRole } from '../../issue/index.js'

/** A node of the text as the general rule sees it: containers split between children, paragraphs between lines, … */
export interface FlowNode {
  readonly element: HTMLElement
  readonly type: 'container' | 'paragraph' | 'solid' | 'rows' | 'float'
  readonly role: BlockRole
  readonly children: readonly FlowNode[]
  /** Table rows tied together by `rowspan`, of which `element` is the first. */
  readonly rows?: readonly HTMLElement[] | undefined
}

const blockTags = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TFOOT THEAD TR UL'.split(
    ' ',
  ),
)

/** What never splits. */
const solid = 'figure, .equation, .pullquote, .opener, hr, img, svg, h1, h2, h3, h4, h5, h6'

/** Whether an element may leave its place, and whether a table is so tall that it must be cut. */
export interface FlowChoices {
  isFloat(element: HTMLElement): boolean
  isCut(element: HTMLElement): boolean
}

/** Reads the tree below `element`. Inline runs beside blocks are wrapped, so that a container holds blocks alone. */
export function flowChildren(element: HTMLElement, choices: FlowChoices): FlowNode[] {
  return [...element.children].flatMap((child) =>
    child instanceof HTMLElement && isInFlow(child) ? flowNode(child, choices) : [],
  )
}

function flowNode(element: HTMLElement, choices: FlowChoices): FlowNode[] {
  const leaf = (type: FlowNode['type'], role: BlockRole): FlowNode[] => [
    { element, type, role, children: [] },
  ]
  if (element.matches('figure') && choices.isFloat(element)) return leaf('float', 'figure')
  if (element.tagName === 'TABLE') return [tableNode(element as HTMLTableElement)]
  if (element.matches(solid) && !choices.isCut(element)) return leaf('solid', solidRole(element))
  if (isBoxed(element)) return leaf('solid', 'other')
  if (element.tagName === 'PRE') return leaf('paragraph', 'code')
  if (!hasBlockChild(element)) {
    if (!takesRoom(element)) return []
    return leaf('paragraph', element.tagName === 'LI' ? 'item' : 'text')
  }
  wrapInlineRuns(element)
  const children = flowChildren(element, choices)
  if (children.length > 0) return [{ element, type: 'container', role: 'other', children }]
  return element.getBoundingClientRect().height > 0 ? leaf('solid', 'other') : []
}

/** Grid and flex boxes order their children themselves: nobody else may part them. */
function isBoxed(element: HTMLElement): boolean {
  return /grid|flex/.test(getComputedStyle(element).display)
}

function solidRole(element: HTMLElement): BlockRole {
  if (element.matches('.opener')) return 'opener'
  if (/^H[1-6]$/.test(element.tagName)) return 'heading'
  if (element.matches('.equation')) return 'equation'
  return element.matches('figure, img, svg') ? 'figure' : 'other'
}

function isInFlow(element: HTMLElement): boolean {
  return !element.matches(
    'template, script, style, link, [hidden], .kb-aside:not(.kb-float), caption, colgroup',
  )
}

export function hasBlockChild(element: HTMLElement): boolean {
  return [...element.children].some((child) => blockTags.has(child.tagName))
}

/** Without text there may still be a line: the mark of an empty item, or code that is spaces alone. */
function takesRoom(element: HTMLElement): boolean {
  if (/\S/.test(element.textContent ?? '')) return true
  return element.getBoundingClientRect().height > 0
}

function wrapInlineRuns(element: HTMLElement): void {
  let run: Node[] = []
  const close = (before: Node | null): void => {
    if (run.some((node) => node.nodeType === Node.ELEMENT_NODE || /\S/.test(node.textContent ?? ''))) {
      const wrapper = document.createElement('div')
      wrapper.className = 'kb-inline-run'
      element.insertBefore(wrapper, before)
      wrapper.append(...run)
    }
    run = []
  }
  // A copy: wrapping changes the list.
  for (const child of Array.from(element.childNodes)) {
    if (child instanceof Element && (blockTags.has(child.tagName) || child.matches('.kb-aside'))) close(child)
    else run.push(child)
  }
  close(null)
}

function tableNode(table: HTMLTableElement): FlowNode {
  const head = table.tHead
  const groups: HTMLElement[][] = head ? [[...head.rows]] : []
  let glued = 0
  for (const row of table.rows) {
    if (row.parentElement === head) continue
    const last = groups.at(-1)
    if (glued > 0 && last) last.push(row)
    else groups.push([row])
    glued = Math.max(glued - 1, ...[...row.cells].map((cell) => cell.rowSpan - 1), 0)
  }
  const children = groups.flatMap(([first, ...rest]): FlowNode[] =>
    first ? [{ element: first, type: 'rows', role: 'row', children: [], rows: [first, ...rest] }] : [],
  )
  return { element: table, type: 'container', role: 'other', children }
}
