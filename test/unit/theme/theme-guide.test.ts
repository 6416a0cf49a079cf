import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { loadTheme } from '../../../src/theme/index.js'
import { themeSchema } from '../../../src/theme/theme-schema.js'

const guides = ['docs/theme.md', 'docs/theme.zh-CN.md']

test.each(guides)('%s names every key of theme.yaml, and every token of lengths', async (path) => {
  const text = await readFile(path, 'utf8')
  for (const key of Object.keys(themeSchema.shape)) expect(text).toContain(`\n| \`${key}\``)
  const { theme } = await loadTheme('journal')
  const tokens = new Set(theme?.css.print.match(/--kb-[\w-]+(?=: )/g))
  for (const name of [...(theme?.colours.keys() ?? []), ...(theme?.roles.keys() ?? []), 'text'])
    tokens.delete(`--kb-${name}`)
  expect(tokens.size).toBeGreaterThan(15)
  for (const token of tokens) expect(text).toContain(`\`${token}\``)
})

test.each(guides)('%s names no token that there is not', async (path) => {
  const text = await readFile(path, 'utf8')
  const sheet = await readFile('templates/journal/print.css', 'utf8')
  const { theme } = await loadTheme('journal')
  const known = `${theme?.css.print}${sheet} --kb-float`
  for (const [token] of text.matchAll(/--kb-[\w-]+(?![\w-]*\))/g)) expect(known).toContain(token)
})
