const cjk = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF`
const marks = '“”‘’—…·'
const breaks = new RegExp(
  `(?<=[${cjk}])[ \\t]*\\n[ \\t]*(?=[${cjk}${marks}])|(?<=[${marks}])[ \\t]*\\n[ \\t]*(?=[${cjk}])`,
  'gu',
)

/**
 * Takes out the line breaks between Chinese characters, where YAML's folding would leave a space (CLREQ 2.1.3: no
 * space between Han characters). A blank line stays, and a space written within a line is the author's own.
 */
export function joinFoldedLines(source: string): string {
  return source.replaceAll(breaks, '')
}
