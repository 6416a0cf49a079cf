import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'puppeteer'

/** A folder where `npm install lighthouse` was run: it is 180 MB that no other test needs, so it is no dependency. */
const folder = process.env['KANBEN_LIGHTHOUSE']

/** Whether Lighthouse can run; CI must have it, elsewhere its tests are skipped by name. */
export const hasLighthouse = process.env['CI'] === 'true' || folder !== undefined

/** What is read of Lighthouse 13 and its report. */
interface Lighthouse {
  readonly snapshot: (
    page: Page,
    options: { readonly flags: object },
  ) => Promise<{ readonly lhr: Report } | undefined>
}

interface Report {
  readonly runtimeError?: { readonly message: string }
  readonly categories: Readonly<
    Record<string, { readonly score: number | null; readonly auditRefs: readonly { readonly id: string }[] }>
  >
  readonly audits: Readonly<Record<string, { readonly title: string; readonly score: number | null }>>
}

/** Of accessibility, 0 to 100, with the titles of the audits that failed. */
export interface Score {
  readonly score: number
  readonly failed: readonly string[]
}

/** What Lighthouse gives the page as it stands in the browser. */
export async function lighthouse(page: Page): Promise<Score> {
  if (folder === undefined) throw new Error('KANBEN_LIGHTHOUSE names no folder with Lighthouse in it')
  const entry = pathToFileURL(join(folder, 'node_modules/lighthouse/core/index.js')).href
  const { snapshot } = (await import(/* @vite-ignore */ entry)) as Lighthouse // as its documentation says
  const flags = { logLevel: 'error', onlyCategories: ['accessibility'], disableFullPageScreenshot: true }
  const report = (await snapshot(page, { flags }))?.lhr
  const score = report?.categories['accessibility']?.score
  if (report === undefined || typeof score !== 'number')
    throw new Error(report?.runtimeError?.message ?? 'Lighthouse gave no score')
  const audits = Object.values(report.audits).filter((audit) => audit.score !== null && audit.score < 1)
  return { score: Math.round(score * 100), failed: audits.map(({ title }) => title) }
}
