import { readFileSync } from 'node:fs'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string // our own package.json
}

/** Name and version as outputs state them. */
export const producer = `Kanben ${version}`
