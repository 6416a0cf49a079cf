/** How lines run. A vertical book also turns its pages from left to right. */
export type WritingMode = 'horizontal-tb' | 'vertical-rl'

/**
 * Rules that every ebook needs, whatever its theme says after them: navigation without numbers (EPUB 3.3 §7.2), paper
 * under drawings, whose black lines would vanish on the black page of a reader's night mode.
 */
export function baseRules(
  writingMode: WritingMode,
  {
    duokan,
    formulas,
  }: { readonly duokan?: boolean | undefined; readonly formulas?: boolean | undefined } = {},
): string {
  const rules = ['nav ol { list-style: none; padding-left: 1.5em }', 'img[src$=".svg"] { background: #fff }']
  if (writingMode === 'vertical-rl') {
    // Prefixed for the engines of older readers.
    rules.push(
      'html { -epub-writing-mode: vertical-rl; -webkit-writing-mode: vertical-rl; writing-mode: vertical-rl }',
    )
  }
  if (duokan) rules.push('ol.duokan-footnote-content { list-style: none; margin: 0; padding: 0 }')
  if (formulas) {
    // An engine that knows `math-style` sets MathML (MathML Core §4.2); any other shows the picture.
    rules.push(
      '.formula > math { display: none }',
      '.formula-picture { background: #fff }',
      '@supports (math-style: compact) { .formula > math { display: revert } .formula > .formula-picture { display: none } }',
    )
  }
  return rules.map((rule) => `${rule}\n`).join('')
}
