/** A page of the browser with the document in it. `press/` has the real one; Puppeteer's `Page` is one. */
export interface InPage {
  /** Runs JavaScript in the page and gives back its value as JSON. The page's own script policy does not hold it back. */
  evaluate(script: string): Promise<unknown>
}
