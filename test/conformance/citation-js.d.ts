// Citation.js 0.7 comes without types; this is what the tests ask of it.

declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      /** Reads RIS, BibTeX and more, whichever the text is, as items of CSL-JSON. */
      chain(
        text: string,
        options?: { readonly generateGraph?: boolean },
      ): (Record<string, unknown> & { author?: { family?: string; given?: string; literal?: string }[] })[]
    }
  }
}

declare module '@citation-js/plugin-ris' {}

declare module '@citation-js/plugin-bibtex' {}
