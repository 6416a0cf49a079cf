import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, describe, expect, test } from 'vitest'
import type { Galley, PagePlan } from '../../../src/issue/index.js'
import { fillFolios, locateIds } from '../../../src/makeup/index.js'
import { noteMark } from '../../../src/makeup/in-page/note-mark.js'
import { openBrowser } from '../../../src/press/browser/index.js'
import { article, call, note, notes, paragraph, stressDocument, stressParts, stressStyle, text } from '../../fixtures/galley/stress-document.js' // prettier-ignore
import { compose, geometry, make, measure, open } from './set-pages.js'

const session = openBrowser({ browserPath: process.env['PUPPETEER_EXECUTABLE_PATH'] })
afterAll(() => session.close())

const ids = `[...document.querySelectorAll('[id]')].map(({ id }) => id)`

describe.each([
  ['notes at the foot of columns, numbered through', 'column', 'article'],
  ['notes at the foot of pages, numbered anew on each', 'page', 'page'],
] as const)('%s', (_, notesAt, numbers) => {
  test('the pages are as planned: lines, room, text, notes, ids', async () => {
    const page = await open(session, stressDocument, stressStyle)
    const before = (await page.evaluate(ids)) as string[]
    const galleys = await measure(page, stressParts, notesAt)
    const plan = compose(galleys, notesAt)
    const located = await locateIds(page, { galleys, plan })
    const report = await make(page, galleys, plan, numbers)
    expect(report.problems).toEqual([])
    expect(report).toMatchObject({ sheets: plan.sheets.length, notes: 31, notesAway: 0 })
    expect(report.gridDeviation).toBeLessThan(0.1)
    expect(report.cuts).toBeGreaterThan(5)
    const after = (await page.evaluate(ids)) as string[]
    expect([...after].sort()).toEqual([...new Set(before)].sort())
    expect(Object.fromEntries(after.map((id) => [id, report.sheetOf[id]]))).toEqual(
      Object.fromEntries(after.map((id) => [id, located[id]])),
    )
    const marks = (await page.evaluate(
      `[...document.querySelectorAll('.sheet')].map((sheet) => [...sheet.querySelectorAll('.note-number')].map((one) => one.textContent).join(''))`,
    )) as string[]
    if (numbers === 'page') for (const mark of marks) expect('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳').toContain(mark)
    const numbered = (await page.evaluate(
      `[...document.querySelectorAll('a.note-call')].every((call) => call.textContent === document.querySelector(call.getAttribute('href') + ' .note-number')?.textContent)`,
    )) as boolean
    expect(numbered).toBe(true)
    await page.close()
  })
})

test('lists that are cut go on counting', async () => {
  const page = await open(session, stressDocument, stressStyle)
  await page.evaluate(`for (const list of document.querySelectorAll('ol')) {
    [...list.children].forEach((item, index) => (item.dataset.number = index + 1))
  }`)
  const galleys = await measure(page, stressParts, 'column')
  await make(page, galleys, compose(galleys, 'column'), 'article')
  const lists = (await page.evaluate(`[...document.querySelectorAll('.kb-run ol')].map((list) =>
    [...list.children].map((item, index) => [Number(item.dataset.number), list.start + index]))`)) as number[][][]
  expect(lists.filter(([first]) => (first?.[0] ?? 0) > 1).length).toBeGreaterThan(1)
  for (const [wanted, shown] of lists.flat()) expect(shown).toBe(wanted)
  await page.close()
})

test('body lines of the printed file stand on the grid, and sheets are pages', async () => {
  const page = await open(session, stressDocument, stressStyle)
  const galleys = await measure(page, stressParts, 'column')
  const plan = compose(galleys, 'column')
  await make(page, galleys, plan, 'article')
  const file = await getDocument({ data: await page.pdf({ preferCSSPageSize: true }), verbosity: 0 }).promise
  expect(file.numPages).toBe(plan.sheets.length)
  const pitch = geometry.pitch * 0.75
  const bases: number[] = []
  for (let number = 1; number <= file.numPages; number++) {
    const { items } = await (await file.getPage(number)).getTextContent()
    for (const item of items) {
      if ('transform' in item && Math.abs(Number(item.transform[0]) - 10.5) < 0.01 && item.str.length > 9) {
        bases.push(((Number(item.transform[5]) % pitch) + pitch) % pitch)
      }
    }
  }
  expect(bases.length).toBeGreaterThan(300)
  const middle = [...bases].sort((a, b) => a - b)[bases.length >> 1] ?? 0
  expect(
    bases.filter((base) => Math.abs(base - middle) > 0.1 && Math.abs(base - middle) < pitch - 0.1),
  ).toEqual([])
  await page.close()
})

describe('a plan that is not what the galleys say is told', () => {
  const shift = (
    plan: PagePlan,
    change: (item: { top: number; from: number; to: number }) => void,
  ): PagePlan => {
    const copy = structuredClone(plan)
    const item = copy.articles[3]?.pages[1]?.frames.at(-1)?.items[0]
    if (item?.type === 'slices') change(item)
    return copy
  }
  const withoutNotes = (plan: PagePlan): PagePlan => ({
    ...plan,
    articles: plan.articles.map((one) => ({
      ...one,
      pages: one.pages.map((sheet) => ({ ...sheet, notes: [] })),
    })),
  })
  const shorten = (galleys: readonly Galley[]): Galley[] =>
    structuredClone(galleys).map((galley) => ({
      ...galley,
      slices: galley.slices.map((slice, at) =>
        galley.id === 'lists' && at === 80 ? { ...slice, height: slice.height + 1 } : slice,
      ),
    }))

  test.each([
    ['notes that are left out', 'text-changed', (plan: PagePlan) => withoutNotes(plan)],
    [
      'a run that is left out',
      'lines-changed',
      (plan: PagePlan) => shift(plan, (item) => Object.assign(item, { to: item.from })),
    ],
    [
      'a run below its frame',
      'overflow',
      (plan: PagePlan) => shift(plan, (item) => Object.assign(item, { top: item.top + 9 })),
    ],
    ['lines of another height', 'lines-changed', undefined],
  ] as const)('%s', async (_, kind, change) => {
    const page = await open(session, stressDocument, stressStyle)
    const galleys = await measure(page, stressParts, 'column')
    const plan = compose(galleys, 'column')
    const report = await make(
      page,
      change ? galleys : shorten(galleys),
      change ? change(plan) : plan,
      'article',
    )
    expect(report.problems.map((problem) => problem.kind)).toContain(kind)
    await page.close()
  })
})

describe('a float of an article that is set across the page', () => {
  const figure = `<figure class="figure" id="one--f"><svg width="308" height="308" viewBox="0 0 308 308" role="img" aria-label="图"></svg><figcaption>图题</figcaption></figure>`
  const body = paragraph(300, 1, '<a class="reference" href="#one--f">图</a>') + figure + paragraph(900, 2)
  const html = `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><link rel="stylesheet" href="style.css"></head><body>${article('one', body)}</body></html>`
  const style = `${stressStyle} .opener { margin-bottom: 31px } .body { columns: 1 }`

  test('stands in its frame, without the margins that make-up gave to what it stood in', async () => {
    const page = await open(session, html, style)
    const galleys = await measure(page, ['one'], 'column')
    const report = await make(page, galleys, compose(galleys, 'column'), 'article')
    expect(report.problems).toEqual([])
    const down = await page.evaluate(`(() => {
      const frame = document.querySelector('.kb-float-frame')
      return frame.querySelector('figure').getBoundingClientRect().top - frame.getBoundingClientRect().top
    })()`)
    expect(down).toBe(0)
    await page.close()
  })

  test('is told when it is taller than its frame', async () => {
    const page = await open(session, html, `${style} figcaption { padding-bottom: attr(data-x px, 0px) }`)
    const galleys = await measure(page, ['one'], 'column')
    await page.evaluate(`document.querySelector('figcaption').dataset.x = 30`)
    const report = await make(page, galleys, compose(galleys, 'column'), 'article')
    expect(report.problems).toMatchObject([
      { kind: 'overflow', article: 'one', detail: expect.stringContaining('30') as string },
    ])
    await page.close()
  })
})

test('folios that change name the parts to measure again, and measuring again agrees with measuring at first', async () => {
  const html = stressDocument.replace(
    '第1项',
    '第1项<a class="page-reference" data-page-of="notes">第<span class="page-number">0</span>页</a>',
  )
  const page = await open(session, html, stressStyle)
  const galleys = await measure(page, stressParts, 'column')
  expect(await fillFolios(page, { notes: '5' }, stressParts)).toEqual(['lists'])
  expect(await fillFolios(page, { notes: '5' }, stressParts)).toEqual([])
  expect(await measure(page, stressParts, 'column')).toEqual(galleys)
  await page.close()
})

test('sixty notes, whose marks differ in width and in where a line may end, begin anew on every page', async () => {
  const numbers = Array.from({ length: 60 }, (_, index) => index + 1)
  const body = numbers
    .map((number) => {
      const mark = call('many', String(number)).replace('①', noteMark(number))
      return paragraph(30 + ((number * 7) % 22), number, `${mark}“${text(200, number)}”`)
    })
    .join('')
  const list = notes(numbers.map((number) => note('many', String(number), 20)).join(''))
  const html = `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><link rel="stylesheet" href="style.css"></head><body>${article('many', body, list)}</body></html>`
  const page = await open(session, html, stressStyle)
  const galleys = await measure(page, ['many'], 'page')
  const report = await make(page, galleys, compose(galleys, 'page'), 'page')
  expect(report).toMatchObject({ problems: [], notes: 60, notesAway: 0 })
  await page.close()

  const measuredAsWritten = await open(session, html, stressStyle)
  const wider = await measure(measuredAsWritten, ['many'], 'column')
  const refused = await make(measuredAsWritten, wider, compose(wider, 'column'), 'page')
  expect(refused.problems.map(({ kind }) => kind)).toContain('lines-changed')
  await measuredAsWritten.close()
})
