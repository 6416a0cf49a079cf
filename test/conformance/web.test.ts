import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../../src/press/index.js'
import { hasLighthouse, lighthouse } from './lighthouse.js'
import { hasNu, nu, packageFile } from './judges.js'
import { sampleFolder } from './sample-record.js'
import { siteOf } from './sample-site.js'

const folder = mkdtempSync(join(tmpdir(), 'kanben-web-'))
const session = openBrowser()
afterAll(async () => {
  await session.close()
  rmSync(folder, { recursive: true })
})

const axe = packageFile('axe-core/axe.min.js')

describe.each([
  ['everything', fileURLToPath(new URL('../fixtures/record/everything', import.meta.url))],
  ['sample', sampleFolder],
])('the web edition of %s', (name, source) => {
  const root = join(folder, name)
  const pages = siteOf(source).then((files) => {
    for (const file of files) {
      mkdirSync(dirname(join(root, file.name)), { recursive: true })
      writeFileSync(join(root, file.name), file.bytes)
    }
    return files.map((file) => file.name).filter((file) => file.endsWith('.html'))
  })

  test.skipIf(!hasNu)('passes the Nu HTML checker without a word', { timeout: 300_000 }, async () => {
    expect(checkHtml((await pages).map((page) => join(root, page)))).toBe('')
  })

  test.skipIf(axe === undefined)(
    'is clean for axe, on phone and desktop, light and dark',
    { timeout: 300_000 },
    async () => {
      const page = await session.page()
      const found: unknown[] = []
      for (const scheme of ['light', 'dark']) {
        for (const width of [360, 1280]) {
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
          await page.setViewport({ width, height: 800 })
          for (const file of await pages) {
            await page.goto(pathToFileURL(join(root, file)).href)
            await page.evaluate(readFileSync(axe ?? '', 'utf8'))
            const result = (await page.evaluate(
              "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))",
            )) as [string, string][] // the expression above
            const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
            for (const violation of result) found.push({ scheme, width, file, violation })
            if (Number(overflow) > 0) found.push({ scheme, width, file, overflow })
          }
        }
      }
      await page.close()
      expect(found).toEqual([])
    },
  )

  test.skipIf(!hasLighthouse)(
    'has 100 of 100 for accessibility from Lighthouse, light and dark',
    { timeout: 600_000 },
    async () => {
      const page = await session.page()
      const scores: unknown[] = []
      // Contents, two articles, colophon: the other pages are made of the same.
      const files = (await pages).filter((file, index) => index < 3 || file === 'colophon.html')
      for (const [index, file] of files.entries()) {
        const scheme = index % 2 === 0 ? 'light' : 'dark'
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
        await page.setViewport({ width: 412, height: 823 })
        await page.goto(pathToFileURL(join(root, file)).href)
        scores.push({ file, ...(await lighthouse(page)) })
      }
      await page.close()
      expect(scores).toEqual(files.map((file) => ({ file, score: 100, failed: [] })))
    },
  )
})

test.skipIf(!hasLighthouse)(
  'a page without a language or a title falls short',
  { timeout: 120_000 },
  async () => {
    const page = await session.page()
    await page.setContent('<!doctype html><p>字</p>')
    const { score, failed } = await lighthouse(page)
    await page.close()
    expect(score).toBeLessThan(100)
    expect(failed.join()).toMatch(/\[lang\].*<title>|<title>.*\[lang\]/)
  },
)

test.skipIf(!hasNu)('a broken page is refused by the Nu HTML checker', { timeout: 300_000 }, () => {
  const page = join(folder, 'broken.html')
  writeFileSync(
    page,
    '<!doctype html><html lang="zh"><head><title>x</title></head><body><p id="a"></p><p id="a"></p><img src="x"></body></html>',
  )
  expect(checkHtml([page])).not.toBe('')
})

/** What the Nu checker says; warnings count. */
function checkHtml(files: readonly string[]): string {
  const { stderr } = spawnSync('java', ['-jar', nu ?? '', '--Werror', ...files], { encoding: 'utf8' })
  return stderr
}
