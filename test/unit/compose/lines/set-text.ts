import { composeLines, splitParagraphs } from '../../../../src/compose/index.js'
import type { LineParagraph, LineSetting, LineToken, PlannedLines } from '../../../../src/issue/index.js'

export const em = 10

export const halfAtEnd: LineSetting = {
  by: 'composer',
  marks: 'half-at-end',
  hanging: 'none',
  prohibition: 'strict',
  firstMark: 'flush',
  autospace: 0.125,
  hyphens: null,
}

/** Width of a token in a font whose Latin characters are half an em wide. */
export function tokenWidth({ text, amongHan }: LineToken): number {
  const width = [...text].reduce((sum, one) => sum + (/[\u0020-\u02ff]/.test(one) ? em / 2 : em), 0)
  return amongHan && /^[，。、；：！？”’）》“‘（《]{2}$/u.test(text) ? width - em / 2 : width
}

export function paragraph(
  text: string,
  characters: number,
  rest: Partial<LineParagraph> = {},
): LineParagraph {
  return { text, runs: [{ from: 0, style: 0 }], pieces: [], measure: characters * em, indent: 0, ...rest }
}

/** Composes one paragraph in one style of 10 px. */
export function compose(
  of: LineParagraph,
  setting: LineSetting = halfAtEnd,
  width = tokenWidth,
): PlannedLines | undefined {
  const split = splitParagraphs(
    [of],
    [{ em, autospace: true, call: false, language: 'zh-Hans', hyphens: true }],
    { prohibition: setting.prohibition },
  )
  return composeLines(split, split.tokens.map(width), setting)[0]
}

/** Its lines as text. */
export function setText(text: string, characters: number, setting: LineSetting = halfAtEnd): string[] {
  const plan = compose(paragraph(text, characters), setting)
  const starts = [0, ...(plan?.breaks ?? [])]
  return starts.map((start, i) => text.slice(start, starts[i + 1]))
}
