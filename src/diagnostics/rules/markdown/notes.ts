import { defineRule } from '../../rule.js'

/** Every call `[^x]` has a text. */
export const noteText = defineRule<{
  readonly label: string
  readonly proposal: string | undefined
  /** The text is there, behind a full-width colon. */
  readonly wideColon: boolean
}>({
  id: 'note-text',
  severity: 'error',
  message: ({ label }) => ({ en: `The note [^${label}] has no text`, zh: `注释 [^${label}] 没有注文` }),
  note: ({ label, proposal, wideColon }) =>
    wideColon
      ? { en: `Write [^${label}]: with an ASCII colon`, zh: `[^${label}] 之后请用半角冒号` }
      : proposal
        ? { en: `Did you mean [^${proposal}]?`, zh: `是不是 [^${proposal}]？` }
        : {
            en: `Write a line that begins with [^${label}]: in the same file`,
            zh: `请在同一文件里另起一行，写 [^${label}]: 和注文`,
          },
})

/** Every note text is called. */
export const noteCalled = defineRule<{ readonly label: string }>({
  id: 'note-called',
  severity: 'error',
  message: ({ label }) => ({
    en: `The text of note [^${label}] is called nowhere, so it would not be printed`,
    zh: `注文 [^${label}] 没有被引用，不会印出`,
  }),
  note: ({ label }) => ({
    en: `Put [^${label}] where the note belongs, or delete the text`,
    zh: `请在正文相应处写 [^${label}]，或删去注文`,
  }),
})

/** A note has one text. */
export const noteUnique = defineRule<{ readonly label: string; readonly line: number }>({
  id: 'note-unique',
  severity: 'error',
  message: ({ label, line }) => ({
    en: `The note [^${label}] already has a text on line ${line}`,
    zh: `注释 [^${label}] 在第 ${line} 行已有注文`,
  }),
  note: () => ({ en: 'Give one of the two another label', zh: '请给其中一条另起标签' }),
})

/** The text of a note is not empty. */
export const noteNotEmpty = defineRule<{ readonly label: string }>({
  id: 'note-not-empty',
  severity: 'error',
  message: ({ label }) => ({
    en: `The text of note [^${label}] is empty`,
    zh: `注释 [^${label}] 的注文为空`,
  }),
  note: () => ({ en: 'Write the note behind the colon', zh: '请在冒号后写注文' }),
})
