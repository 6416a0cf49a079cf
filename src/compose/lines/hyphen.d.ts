/** The package `hyphen` has no types of its own. */
declare module 'hyphen/*/index.js' {
  const patterns: {
    readonly hyphenateSync: (
      text: string,
      options: { readonly hyphenChar: string; readonly minWordLength: number },
    ) => string
  }
  export default patterns
}
