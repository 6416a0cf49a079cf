import {
  expectedEmail,
  expectedFlag,
  expectedId,
  expectedLanguage,
  expectedReferenceId,
  expectedText,
  expectedTheme,
  expectedUrl,
  expectedWord,
} from './expected.js'
import { field, list, singleLine } from './fields.js'

/** A title, a name: one line. */
export const line = field(expectedText, singleLine)

/** An abstract, a note: may have paragraphs. */
export const text = field(expectedText, (written) => written)

export const lines = list(line, expectedText)

export const flag = field(expectedFlag, (written) =>
  written === 'true' ? true : written === 'false' ? false : undefined,
)

export const fileId = field(expectedId, (written) =>
  /^[a-z\d][a-z\d-]{0,99}$/i.test(written) ? written : undefined,
)

export const referenceId = field(expectedReferenceId, (written) =>
  /^[a-z\d][\w.:-]{0,99}$/i.test(written) ? written : undefined,
)

export const themeName = field(expectedTheme, (written) =>
  /^(?:[a-z\d][a-z\d_-]*|\.\/.+)$/i.test(written) ? written : undefined,
)

/** BCP 47, in its canonical form. */
export const language = field(expectedLanguage, (written) => {
  try {
    return Intl.getCanonicalLocales(written)[0]
  } catch {
    return undefined // a RangeError for what is no tag
  }
})

/** A web address is set as a link, so nothing but the web's own schemes may stand in it. */
export const url = field(expectedUrl, (written) => {
  if (!/^https?:\/\/[^\s<>"]+$/i.test(written) || !URL.canParse(written)) return undefined
  return written
})

export const email = field(expectedEmail, (written) =>
  /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+$/.test(written) ? written : undefined,
)

/** One of a few words. */
export function oneOf<const Word extends string>(words: readonly Word[]) {
  return field(expectedWord(words), (written) => words.find((word) => word === written))
}
