import type { StageName } from '../issue/index.js'

/** Every sentence of the command line. A language that lacks one does not compile. */
export interface Texts {
  readonly help: {
    readonly program: string
    readonly build: string
    readonly archive: string
    readonly verify: string
    readonly check: string
    readonly press: string
    readonly proof: string
    readonly limits: string
    readonly doctor: string
    readonly folder: string
    readonly only: string
    readonly bag: string
    readonly format: string
    readonly into: string
    readonly withPress: string
    readonly noRebuild: string
    readonly out: string
    readonly language: string
    readonly json: string
    readonly quiet: string
    readonly browser: string
    readonly stats: string
    readonly native: string
    readonly showGrid: string
    readonly attachSources: string
    readonly help: string
    readonly helpCommand: string
    readonly version: string
    /** Titles of the parser's help page, by their English form. */
    readonly titles: Readonly<Record<string, string>>
    readonly exitCodes: string
    readonly defaultValue: (value: string) => string
  }
  readonly usage: {
    readonly unknownOption: (option: string) => string
    readonly unknownCommand: (command: string) => string
    readonly missingValue: (option: string) => string
    readonly tooManyArguments: string
    readonly wrong: (problem: string) => string
    readonly notAnOutput: (name: string, known: string) => string
    readonly notAFormat: (name: string, known: string) => string
    readonly notALanguage: (name: string) => string
    readonly noBrowserThere: (path: string) => string
    readonly outIsFile: (path: string) => string
    readonly noFileThere: (path: string) => string
    readonly notALimit: (name: string, known: string) => string
    readonly badLimit: (name: string, value: string) => string
    readonly onlyWithPress: (option: string) => string
    readonly proofIsFile: (path: string) => string
    readonly badEpoch: (value: string) => string
    readonly didYouMean: (name: string) => string
    readonly seeHelp: (command: string) => string
  }
  readonly stages: Readonly<Record<StageName, string>>
  readonly verify: {
    readonly unreadable: (detail: string) => string
    readonly whole: (files: number) => string
    readonly bag: Readonly<
      Record<'declaration' | 'manifest' | 'missing' | 'added' | 'changed' | 'oxum' | 'unsafe', string>
    >
    readonly formats: string
    readonly same: (files: number, by: string) => string
    readonly differs: (files: number, was: string, is: string) => string
    readonly rebuildFailed: (by: string) => string
    readonly notOurs: string
    readonly difference: Readonly<Record<'changed' | 'missing' | 'added', string>>
    /** First line of a text that differs. */
    readonly fromLine: (line: number) => string
    readonly pageCounts: (archived: number, now: number) => string
    /** Files within a file that differ. */
    readonly within: (names: readonly string[], more: number) => string
    readonly change: (part: 'program' | 'browser' | 'node' | 'font', archived: string, now: string) => string
  }
  /** An issue in a store. */
  readonly kept: (folder: string, version: string, added: boolean) => string
  readonly pages: (count: number) => string
  readonly articles: (count: number) => string
  readonly seconds: (milliseconds: number) => string
  readonly built: (files: number, milliseconds: number) => string
  readonly notBuilt: string
  readonly clean: string
  /** A finished file in order: its pages, and what it says it is. */
  readonly pressClean: (pages: number, claims: readonly string[]) => string
  readonly healthy: string
  readonly unhealthy: (count: number) => string
  readonly fix: (what: string) => string
  readonly cannotWrite: (path: string, reason: string) => string
  readonly chooseAnotherFolder: string
  readonly interrupted: string
  readonly bug: (message: string) => string
  readonly reportBug: (version: string) => string
}
