/** The block of YAML at the head of an article. */
export type MetadataBlock =
  | {
      /** The YAML, with blanks in place of the opening `---`, so that its places are those of the file. */
      readonly yaml: string
      /** What comes after the closing `---`. */
      readonly body: string
    }
  | { readonly problem: 'missing' | 'late' | 'unclosed' }

/** Finds the block between a first line `---` and the next one, as remark-frontmatter will. */
export function metadataBlock(text: string): MetadataBlock {
  const opening = /^---[ \t]*(?:\n|$)/.exec(text)
  if (!opening) return { problem: /^\s*---[ \t]*\n[\w-]+[ \t]*[:：]/.test(text) ? 'late' : 'missing' }
  const closing = /^---[ \t]*$/gm
  closing.lastIndex = opening[0].length
  const end = closing.exec(text)
  if (!end) return { problem: 'unclosed' }
  return { yaml: `   ${text.slice(3, end.index)}`, body: text.slice(closing.lastIndex) }
}
