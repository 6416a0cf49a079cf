import fc from 'fast-check'
import { toString } from 'hast-util-to-string'
import { expect, test } from 'vitest'
import { assemble, checkReferences } from '../../src/edition/index.js'
import { issueOf } from '../unit/edition/issue-of.js'
import { firstDifference } from './first-difference.js'
import { manuscriptText } from './manuscript-text.js'

const pieces = [
  '汉',
  '字，',
  '“引”',
  '"引"',
  '"',
  "it's",
  '...',
  'word',
  ' ',
  '\n',
  '\n\n',
  '　',
  '*',
  '**',
  '~~',
  '`',
  '```',
  '$',
  '$$',
  '\\',
  '|',
  '{',
  '}',
  '{汉|hàn}',
  '{#a}',
  '{.wide}',
  '[',
  ']',
  '(',
  ')',
  '![图甲](a.svg)',
  '![图乙](b.svg "题")',
  '[^n]',
  '\n\n[^n]: 注\n\n',
  '\n\n[^m]: 又',
  '[^m]',
  '[](#a)',
  ':page[#a]',
  ':cite[r]',
  ':name[甲]',
  ':gezhu[割注，两行]',
  ':gezhu[长割注转行：它见于《水经注》卷三，又见于1921年的地方志，两处文字略有出入；今从前者，并参考近人的考订，凡有歧异之处一一注明，读者可以自行比较。此外尚有别本若干，因未见原书，暂不引用，以待来日。]',
  ':x',
  ':',
  '::',
  ':::',
  '\n\n:::box[框]\n',
  '\n\n:::verse\n',
  '\n:::\n\n',
  '\n\n:::figure[题]\n',
  '\n\n:::table[表]\n',
  '\n\n| a | b |\n|--|--|\n',
  '| 1 | 2 |\n',
  '\n\n## ',
  '\n\n### ',
  '\n\n- ',
  '\n\n1. ',
  '\n\n> ',
  '\n: ',
  '- [x] ',
  '\n---\n',
  '<b>',
  '</b>',
  '<br>',
  '<!-- 注 -->',
  '<script>',
  '&amp;',
  '<',
  '>',
  'http://a.b/c',
  '。',
  '1',
  '%',
  '^',
  '_',
  '\n\n<table><tr><td>',
  '</td></tr></table>\n\n',
  '    ',
]

/** Random manuscripts: either a message says what is wrong, or every word of the text stands in the edition, in order. */
test('whatever is written, nothing is lost without a word', () => {
  let compared = 0
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
      const text = parts.join('')
      const issue = issueOf(text)
      checkReferences(issue)
      const [article] = issue.articles
      const part = assemble(issue, { edition: 'print' }).parts[2]
      if (!article || !part) throw new Error('no article')
      if (article.file.messages.some((message) => message.fatal !== undefined)) return
      compared++
      const [expected] = manuscriptText([
        { path: '01.md', text: `---\nreferences:\n  - { id: r, text: R }\n---\n${text}` },
      ])
      const { body, notes } = part.content.slots
      expect(firstDifference(expected?.body ?? [], body ? toString(body) : '')).toBeUndefined()
      const label = expected?.notes.length ? [{ kind: 'label' as const, text: '注释' }] : []
      expect(
        firstDifference([...label, ...(expected?.notes.flat() ?? [])], notes ? toString(notes) : ''),
      ).toBeUndefined()
    }),
    { numRuns: 300, seed: 7 },
  )
  expect(compared).toBeGreaterThan(20)
})
