// The last step of `npm run build`, after the compiler: few large files start faster than a thousand small ones.
import { cp, rm } from 'node:fs/promises'
import { build } from 'esbuild'

const inPage = {
  bundle: true,
  format: 'iife',
  target: 'chrome147',
  logLevel: 'warning',
}

const inNode = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  legalComments: 'linked',
  logLevel: 'warning',
  external: [
    '@sparticuz/chromium',
    'puppeteer',
    'subset-font',
    'fontverter',
    'epub-gen-memory',
    '@cwasm/jpeg-turbo',
  ],
}

// Chunks carry digests in their names; those of earlier builds go.
await rm('dist/bin', { recursive: true, force: true })

await Promise.all([
  // The command line with what it imports. Files in `dist/bin/` lie as deep as those in `src/*/`, so that paths
  // relative to the package hold. Packages that read files of their own stay packages.
  build({
    ...inNode,
    entryPoints: { kanben: 'dist/cli/main.js' },
    outdir: 'dist/bin',
    splitting: true,
    chunkNames: '[name]-[hash]',
    banner: {
      // Bundled CommonJS modules ask for Node's own modules by `require`.
      js: "import { createRequire as kanbenRequire } from 'node:module'; const require = kanbenRequire(import.meta.url);",
    },
  }),
  // What runs in threads of its own.
  build({
    ...inNode,
    entryPoints: { 'cut-font': 'dist/theme/cut-font-worker.js' },
    outdir: 'dist/worker',
  }),
  // What runs in the browser's page: one self-contained script each.
  ...['galley', 'makeup'].map((room) =>
    build({
      ...inPage,
      entryPoints: [`src/${room}/in-page/${room}.ts`],
      outfile: `dist/in-page/${room}.js`,
    }),
  ),
])

// Little CMS looks for its program beside itself; its licence goes with it.
await cp('node_modules/lcms-wasm/dist/lcms.wasm', 'dist/bin/lcms.wasm')
await cp('node_modules/lcms-wasm/LICENSE.md', 'dist/bin/lcms.LICENSE.md')
