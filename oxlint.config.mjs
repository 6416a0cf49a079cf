import { defineConfig } from 'oxlint'

/** Rooms of the house that turn one thing into the next. None imports another; `pipeline/` joins them. */
const stages = [
  'manuscript',
  'markdown',
  'hypertext',
  'edition',
  'theme',
  'galley',
  'compose',
  'makeup',
  'press',
  'ebook',
  'record',
  'web',
  'archive',
]

/** Each heavy dependency has one owner. */
const owners = {
  puppeteer: 'src/press/browser',
  '@sparticuz/chromium': 'src/press/browser',
  '@cantoo/pdf-lib': 'src/press/pdf',
  'pdfjs-dist': 'src/press/pdf',
  'lcms-wasm': 'src/press/pdf',
  '@cwasm/jpeg-turbo': 'src/press/pdf',
  'epub-gen-memory': 'src/ebook',
  commander: 'src/cli',
  liquidjs: 'src/theme',
  'subset-font': 'src/theme',
}

/** Rooms whose code runs in the page, or nowhere in particular: no Node module there. */
const pure = ['compose', 'hypertext', 'markdown', 'edition', 'record', 'web']

/** What a folder of `src/` may not import. */
function outside(folder) {
  const room = folder.split('/')[0]
  return [
    ...rooms
      .filter((other) => other !== room)
      .filter((other) => !(reach[room] ?? shared).includes(other))
      .map((other) => ({
        regex: `^(\\.\\./)+${other}/`,
        message: `${room}/ does not import ${other}/ (ARCHITECTURE.md, Rules of the house)`,
      })),
    ...Object.entries(owners)
      .filter(([, owner]) => owner !== `src/${folder}`)
      .map(([name, owner]) => ({
        regex: `^${name}(/|$)`,
        message: `${name} belongs to ${owner}/`,
      })),
    ...(pure.includes(room) ? [{ regex: '^node:', message: `${room}/ runs without Node modules` }] : []),
  ]
}

const shared = ['issue', 'diagnostics']
const reach = {
  issue: [],
  diagnostics: ['issue'],
  i18n: ['issue', 'diagnostics'],
  pipeline: [...shared, ...stages],
  cli: [...shared, 'i18n', 'pipeline'],
}

const rooms = ['issue', 'diagnostics', 'i18n', 'pipeline', 'cli', ...stages]

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'node', 'promise'],
  categories: { correctness: 'error', suspicious: 'error' },
  options: { typeAware: true },
  rules: {
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'import/no-unassigned-import': 'off',
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-unsafe-type-assertion': 'off',
    'node/no-process-env': 'error',
    'unicorn/no-process-exit': 'error',
    'no-console': 'error',
    // A namespace of generators reads better whole: fc.record, fc.integer.
    'import/no-named-as-default-member': 'off',
    // `import type {} from` brings in a package's module augmentations.
    'import/no-empty-named-blocks': 'off',
    'unicorn/require-module-specifiers': 'off',
    // unified's plugins and micromark's handlers are functions of `this`.
    'oxc/no-this-in-exported-function': 'off',
    // A condition may rest on what is fixed before the loop.
    'no-unmodified-loop-condition': 'off',
    // Parts of a binary stand apart in a literal.
    'no-useless-concat': 'off',
    // Code points are what Chinese text is read by.
    'typescript/no-misused-spread': 'off',
    // A literal beside `string` names the case that matters.
    'typescript/no-redundant-type-constituents': 'off',
    // The compiler sees that every case of a union returns.
    'typescript/consistent-return': 'off',
    'consistent-return': 'off',
    'promise/no-promise-in-callback': 'off',
    // `new Array(n)` is the one way to make a long array quickly.
    'unicorn/no-new-array': 'off',
    'no-shadow': 'off',
    'no-underscore-dangle': 'off',
    'no-await-in-loop': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'unicorn/no-array-sort': 'off',
    'no-irregular-whitespace': 'off',
    'no-control-regex': 'off',
  },
  overrides: [
    ...[...rooms, 'press/browser', 'press/pdf'].map((folder) => ({
      files: [`src/${folder}/**`],
      rules: { 'no-restricted-imports': ['error', { patterns: outside(folder) }] },
    })),
    {
      files: ['src/cli/**'],
      rules: { 'no-console': 'off', 'unicorn/no-process-exit': 'off', 'node/no-process-env': 'off' },
    },
    {
      files: ['test/**', 'bench/**'],
      rules: { 'no-console': 'off', 'node/no-process-env': 'off', 'typescript/no-non-null-assertion': 'off' },
    },
    { files: ['*.config.*'], rules: { 'import/no-default-export': 'off' } },
  ],
})
