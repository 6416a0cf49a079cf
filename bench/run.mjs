/** Runs a bench that is written in TypeScript: `node bench/run.mjs print [arguments]`. */
import { createServer } from 'vite'

const [name] = process.argv.splice(2, 1)
const server = await createServer({
  server: { middlewareMode: true, hmr: false },
  appType: 'custom',
  logLevel: 'error',
})
await server.ssrLoadModule(`/bench/${name}.ts`)
await server.close()
