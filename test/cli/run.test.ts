import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { VFile } from 'vfile'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { BuildOutcome, BuildRequest, Pipeline } from '../../src/cli/pipeline.js'
import { run } from '../../src/cli/run.js'
import type { Terminal } from '../../src/cli/terminal.js'
import { MachineError, contentsFilled, report } from '../../src/diagnostics/index.js'
import type { Context } from '../../src/issue/index.js'

interface Stand {
  readonly env?: Record<string, string>
  readonly tty?: boolean
  readonly signal?: AbortSignal
  readonly pipeline?: Partial<Pipeline>
}

/** Runs a command line against a pipeline that stands in for the real one. */
async function kanben(argv: readonly string[], { env = {}, tty = false, signal, pipeline = {} }: Stand = {}) {
  const written = { out: '', err: '' }
  let time = 0
  const output = (name: 'out' | 'err'): Terminal['out'] => ({
    isTTY: tty,
    columns: 80,
    write: (text) => {
      written[name] += text
    },
  })
  const terminal: Terminal = {
    argv,
    env,
    cwd: '/home/editor',
    out: output('out'),
    err: output('err'),
    now: () => (time += 60),
  }
  const unexpected = (): never => {
    throw new Error('this command was not to run')
  }
  const code = await run(terminal, {
    version: '1.2.3',
    signal: signal ?? new AbortController().signal,
    loadPipeline: () =>
      Promise.resolve({
        archive: unexpected,
        build: unexpected,
        check: unexpected,
        checkPress: unexpected,
        doctor: unexpected,
        verify: unexpected,
        ...pipeline,
      }),
  })
  return { code, ...written }
}

function built(more: Partial<BuildOutcome> = {}): BuildOutcome {
  return {
    ok: true,
    files: [],
    artefacts: [
      { kind: 'reading', name: 'x.pdf', path: '/home/editor/output/x.pdf', bytes: 1_234_567, sha256: 'aa' },
      { kind: 'ebook', name: 'x.epub', path: '/elsewhere/x.epub', bytes: 12_001, sha256: 'bb' },
    ],
    pages: 204,
    milliseconds: 1234,
    ...more,
  }
}

function faultyFile(): VFile {
  const file = new VFile({ path: 'issue.yaml', value: 'contents: []\n' })
  report(file, contentsFilled, { line: 1, column: 1 }, { section: undefined })
  return file
}

const statistics: BuildOutcome['stats'] = {
  pages: 204,
  cost: 0,
  loneLines: 0,
  headingsAtFoot: 0,
  oneLineColumns: 0,
  loneCharacters: 0,
  hyphenBreaks: 0,
  levelDifference: 0,
  floats: { count: 2, onSamePage: 2, farthest: 0 },
  notes: { count: 3, away: 0, split: 0 },
  bodyLines: 9,
  gridDeviation: 0,
}

describe('Wrong usage ends with 2, says what is wrong and what was meant', () => {
  it.each([
    [['bild'], 'There is no command bild. Did you mean build?'],
    [['build', '--onyl', 'reading'], 'There is no option --onyl. Did you mean --only?'],
    [['check', '--only', 'reading'], 'There is no option --only.'],
    [['build', '-x'], 'There is no option -x.'],
    [['build', 'a', 'b'], 'too many arguments'],
    [['build', '--out'], 'The option --out <folder> needs a value.'],
    [
      ['build', '--only', 'redaing'],
      '“redaing” is not an output. There are reading, press, ebook, web, archive. Did you mean reading?',
    ],
    [['build', '--only', ','], 'is not an output'],
    [['build', '--language', 'fr'], 'not in “fr”'],
    [['build', '--browser', '/nowhere/chrome'], 'There is no browser at /nowhere/chrome.'],
    [['build', '--out', import.meta.filename], 'is a file'],
    [['check', '--proof', 'x.pdf'], '--proof goes with --press.'],
    [['check', '--limits', 'ink=280'], '--limits goes with --press.'],
    [['check', '--press', '/nowhere/x.pdf'], '/nowhere/x.pdf is no file.'],
    [
      ['check', '--press', import.meta.filename, '--limits', 'inc=280'],
      '“inc” is not a limit. There are ink, resolution, hairline, bleed, margin, small-text, multiple. Did you mean ink?',
    ],
    [
      ['check', '--press', import.meta.filename, '--limits', 'ink=lots'],
      'ink must be a positive number, not “lots”.',
    ],
    [
      ['check', '--press', import.meta.filename, '--limits', 'multiple=0'],
      'multiple must be a positive number',
    ],
    [['check', '--press', import.meta.filename, '--limits', ','], 'is not a limit'],
    [
      ['check', '--press', import.meta.filename, '--proof', import.meta.filename],
      'name another for the proof',
    ],
  ])('%j', async (argv, words) => {
    const { code, out, err } = await kanben(argv)
    expect(err).toContain(words)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })

  it.each([
    [{ SOURCE_DATE_EPOCH: 'today' }, 'SOURCE_DATE_EPOCH'],
    [{ SOURCE_DATE_EPOCH: '9'.repeat(12) }, 'SOURCE_DATE_EPOCH'],
    [{ PUPPETEER_EXECUTABLE_PATH: '/nowhere/chrome' }, '/nowhere/chrome'],
  ])('%j', async (env, words) => {
    const { code, err } = await kanben(['check'], { env })
    expect(err).toContain(words)
    expect(code).toBe(2)
  })

  it('in Chinese by locale or option, also before the command line is understood', async () => {
    for (const stand of [{ env: { LANG: 'zh_CN.UTF-8' } }, {}]) {
      const option = 'env' in stand ? [] : ['--language=zh']
      expect((await kanben(['build', '--onyl', ...option], stand)).err).toContain(
        '没有 --onyl 这个选项。是不是 --only？'.slice(0, 14),
      )
    }
  })

  it('alone shows the help as an error', async () => {
    const { code, out, err } = await kanben([])
    expect(err).toContain('Usage:')
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })
})

describe('Help and version', () => {
  it.each([
    [['--version'], {}, /^1\.2\.3\n$/],
    [['--help'], {}, /Usage: kanben[\s\S]*Exit codes/],
    [['--help'], { LC_ALL: 'zh_CN.UTF-8' }, /用法： kanben[\s\S]*退出码/],
    [['build', '--help'], { LANG: 'zh_CN' }, /成品放在哪个文件夹（默认：output）/],
    [['help', 'check'], {}, /the issue's folder/],
  ])('%j %j', async (argv, env, text) => {
    const { code, out, err } = await kanben(argv, { env })
    expect(out).toMatch(text)
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })
})

describe('build', () => {
  it('hands over what was asked for', async () => {
    const seen: [BuildRequest, Context][] = []
    const build: Pipeline['build'] = async (options, context) => {
      seen.push([options, context])
      return built()
    }
    const argv = [
      'build',
      'issue',
      '--only',
      'ebook,reading,ebook',
      '--out',
      'there',
      '--stats',
      '--show-grid',
      '--native',
      '--attach-sources',
    ]
    await kanben([...argv, '--browser', import.meta.filename], {
      env: { SOURCE_DATE_EPOCH: '1' },
      pipeline: { build },
    })
    await kanben(['build'], { env: { PUPPETEER_EXECUTABLE_PATH: import.meta.filename }, pipeline: { build } })
    expect(seen.map(([options]) => options)).toEqual([
      {
        root: '/home/editor/issue',
        outDir: '/home/editor/there',
        only: ['ebook', 'reading'],
        stats: true,
        showGrid: true,
        native: true,
        attachSources: true,
      },
      { root: '/home/editor', outDir: '/home/editor/output' },
    ])
    expect(seen.map(([, { browserPath, clock }]) => [browserPath, clock.sourceDateEpoch])).toEqual([
      [import.meta.filename, 1],
      [import.meta.filename, undefined],
    ])
  })

  it('lists the files it made', async () => {
    const pipeline = { build: async () => built() }
    expect(await kanben(['build'], { pipeline })).toEqual({
      code: 0,
      out: 'output/x.pdf  204 pages  1.2 MB\n/elsewhere/x.epub  13 kB\n2 files in 1.23 s\n',
      err: '',
    })
    expect(await kanben(['build', '--quiet'], { pipeline })).toEqual({ code: 0, out: '', err: '' })
  })

  it('tells the errors of the manuscript and ends with 1', async () => {
    const pipeline = { build: async () => built({ ok: false, files: [faultyFile()], artefacts: [] }) }
    const { code, out, err } = await kanben(['build', 'issue'], { pipeline, env: { LANG: 'zh_CN' } })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('issue/issue.yaml:1:1  错误  目次（contents）里没有文章  contents-filled')
    expect(err).toContain('稿件有错误，未生成任何文件。')
  })

  it('prints JSON and nothing else when asked', async () => {
    const pipeline = { build: async () => built({ ok: false, files: [faultyFile()], stats: statistics }) }
    const { code, out, err } = await kanben(['build', '--json'], { pipeline })
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      pages: 204,
      artefacts: [{ sha256: 'aa' }, { sha256: 'bb' }],
      stats: { loneLines: 0, floats: { count: 2 } },
      messages: [{ rule: 'contents-filled', line: 1 }],
    })
  })

  it('paints on a terminal alone, unless told otherwise', async () => {
    const pipeline = { check: async () => ({ ok: false, files: [faultyFile()] }) }
    const painted = async (stand: Stand) =>
      (await kanben(['check'], { pipeline, ...stand })).err.includes('\u001B[31m')
    expect(await painted({ tty: true })).toBe(true)
    expect(await painted({ tty: false })).toBe(false)
    expect(await painted({ tty: true, env: { NO_COLOR: '1' } })).toBe(false)
    expect(await painted({ tty: true, env: { TERM: 'dumb' } })).toBe(false)
    expect(await painted({ tty: false, env: { FORCE_COLOR: '1' } })).toBe(true)
  })
})

describe('check --press', () => {
  it('hands over the limits and the place of the proof', async () => {
    const seen: unknown[] = []
    const checkPress: Pipeline['checkPress'] = async (options) => {
      seen.push(options)
      const claims = { press: 'PDF/X-4', accessible: false }
      return { ok: true, files: [], pages: 4, claims, findings: [], hasProof: true }
    }
    const file = import.meta.filename
    const argv = [
      'check',
      '--press',
      file,
      '--limits',
      'ink=280,small-text=9 bleed=0',
      '--proof',
      'proof.pdf',
    ]
    expect(await kanben(argv, { pipeline: { checkPress } })).toEqual({
      code: 0,
      out: '4 pages; claims PDF/X-4. No errors.\nproof.pdf\n',
      err: '',
    })
    expect(seen).toEqual([
      {
        path: file,
        name: file,
        limits: { ink: 280, smallText: 9, bleed: 0 },
        proof: '/home/editor/proof.pdf',
      },
    ])
  })
})

describe('Progress', () => {
  const pipeline: Partial<Pipeline> = {
    build: async (_, { reporter }) => {
      reporter.stage('load')
      reporter.stage('print')
      reporter.detail({ pages: 204 })
      reporter.detail({ pages: 205 })
      return built({ artefacts: [] })
    },
  }

  it('is one line on a terminal, gone at the end', async () => {
    const { err } = await kanben(['build'], { tty: true, pipeline })
    const drawings = err.split('\r\u001B[2K')
    expect(drawings.map((each) => each.replace(/0\.\d s/, 'T'))).toEqual([
      '',
      'Loading  T',
      'Printing  T',
      'Printing  204 pages  T',
      'Printing  205 pages  T',
      '',
    ])
    expect(err).not.toContain('\n')
  })

  it.each([
    [['build'], false, {}],
    [['build'], true, { CI: 'true' }],
    [['build', '--quiet'], true, {}],
  ])('is quiet: %j, terminal %s, %j', async (argv, tty, env) => {
    expect((await kanben(argv, { tty, env, pipeline })).err).toBe('')
  })

  it('is plain lines on a terminal that cannot redraw', async () => {
    const { err } = await kanben(['build'], { tty: true, env: { TERM: 'dumb' }, pipeline })
    expect(err).toMatch(/^Loading 0\.\d s\nPrinting 0\.\d s\n$/)
  })
})

describe('What goes wrong', () => {
  const failing = (error: unknown): Partial<Pipeline> => ({
    build: () => Promise.reject(error),
  })

  it('with the machine ends with 3 and says what to install', async () => {
    const error = new MachineError(
      { en: 'No browser.', zh: '没有浏览器。' },
      { en: 'npm install', zh: '请运行 npm install' },
    )
    expect(await kanben(['build'], { pipeline: failing(error), env: { LANG: 'zh_CN' } })).toEqual({
      code: 3,
      out: '',
      err: '没有浏览器。\n办法：请运行 npm install\n',
    })
  })

  it('with the output folder ends with 3', async () => {
    const error = Object.assign(new Error('EACCES: …'), {
      code: 'EACCES',
      syscall: 'open',
      path: '/out/x.pdf',
    })
    const { code, err } = await kanben(['build'], { pipeline: failing(error) })
    expect(err).toMatch(/^\/out\/x\.pdf cannot be written \(EACCES\)\.\nfix: /)
    expect(code).toBe(3)
  })

  it.each([new TypeError('x is undefined\nand more'), 'a string'])(
    'with us ends with 70 in two lines: %s',
    async (error) => {
      const { code, err } = await kanben(['build'], { pipeline: failing(error) })
      expect(err).toMatch(/^This is a bug in Kanben: (?:x is undefined|a string)\nPlease report it .*1\.2\.3/)
      expect(err.trimEnd().split('\n')).toHaveLength(2)
      expect(code).toBe(70)
    },
  )

  it('with us shows the stack when asked', async () => {
    const { err } = await kanben(['build'], { pipeline: failing(new Error('x')), env: { KANBEN_DEBUG: '1' } })
    expect(err).toMatch(/\n {4}at /)
  })

  it('because of an interrupt says so', async () => {
    const signal = AbortSignal.abort(new Error('SIGINT'))
    const { err } = await kanben(['build'], { pipeline: failing(signal.reason), signal, tty: true })
    expect(err).toMatch(/Interrupted; nothing was written\.\n$/)
  })
})

describe('check and doctor', () => {
  it('check says that all is well, or what is not', async () => {
    const check = (ok: boolean) => ({ check: async () => ({ ok, files: ok ? [] : [faultyFile()] }) })
    expect(await kanben(['check'], { pipeline: check(true) })).toEqual({
      code: 0,
      out: 'No errors.\n',
      err: '',
    })
    expect((await kanben(['check'], { pipeline: check(false) })).code).toBe(1)
    expect(JSON.parse((await kanben(['check', '--json'], { pipeline: check(true) })).out)).toEqual({
      ok: true,
      messages: [],
    })
  })

  it('doctor ends with 3 when something is missing, and says what to do', async () => {
    const items = [
      { name: { en: 'Node', zh: 'Node' }, ok: true, detail: { en: '20', zh: '20' } },
      {
        name: { en: 'browser', zh: '浏览器' },
        ok: false,
        detail: { en: 'none', zh: '没有' },
        fix: { en: 'npm ci', zh: '请运行 npm ci' },
      },
    ]
    const { code, out } = await kanben(['doctor'], {
      env: { LANG: 'zh_CN' },
      pipeline: { doctor: async () => ({ ok: false, items }) },
    })
    expect(out).toBe('✓ Node  20\n✗ 浏览器  没有\n  办法：请运行 npm ci\n缺少 1 项。\n')
    expect(code).toBe(3)
  })
})

describe('The output folder', () => {
  it('may exist or not, but is no file', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'kanben-test-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    await writeFile(path.join(folder, 'file'), '')
    const pipeline = { build: async () => built({ artefacts: [] }) }
    const codes = await Promise.all(
      ['.', 'new', 'file'].map(
        async (name) => (await kanben(['build', '--out', path.join(folder, name)], { pipeline })).code,
      ),
    )
    expect(codes).toEqual([0, 0, 2])
  })
})

describe('A bag that is built otherwise now', () => {
  const verify: Pipeline['verify'] = () =>
    Promise.resolve({
      ok: false,
      bag: [],
      formats: [],
      files: 9,
      rebuild: {
        archivedBy: 'Kanben 0.0.9',
        builtBy: 'Kanben 0.1.0',
        same: 3,
        failed: false,
        differing: [
          { file: 'web/index.html', kind: 'changed', line: 12 },
          { file: 'reading/x.pdf', kind: 'changed', pages: [9, 10] },
          { file: 'ebook/x.epub', kind: 'changed', within: ['a', 'b', 'c', 'd', 'e', 'f'] },
          { file: 'web/old.txt', kind: 'missing' },
        ],
        changes: [
          { part: 'browser', archived: 'HeadlessChrome/146', now: 'HeadlessChrome/147' },
          { part: 'font', archived: 'x.ttf', now: 'x.ttf' },
          { part: 'font', archived: '', now: 'y.ttf' },
        ],
      },
    })

  it.each([
    [
      'en_US.UTF-8',
      `✓ The bag is whole: 9 files.
✓ Every file is what its format asks for.
✗ Archived by Kanben 0.0.9, built again by Kanben 0.1.0: 4 files differ.
  web/index.html  other bytes  from line 12
  reading/x.pdf  other bytes  9 pages before, 10 now
  ebook/x.epub  other bytes  in a, b, c, d, e and 1 more
  web/old.txt  not made any more
  Browser: HeadlessChrome/146 then, HeadlessChrome/147 now.
  Font x.ttf is another file.
  Font: none then, y.ttf now.
`,
    ],
    [
      'zh_CN.UTF-8',
      `✓ 存档完整：9 个文件。
✓ 每个文件都合乎其格式。
✗ 存档由 Kanben 0.0.9 生成，现用 Kanben 0.1.0 重新生成：4 个文件不同。
  web/index.html  字节不同  从第 12 行起
  reading/x.pdf  字节不同  原 9 页，现 10 页
  ebook/x.epub  字节不同  其中 a、b、c、d、e 等 6 个文件
  web/old.txt  不再生成
  浏览器：当时 HeadlessChrome/146，现在 HeadlessChrome/147。
  字体 x.ttf 已是另一个文件。
  字体：当时 无，现在 y.ttf。
`,
    ],
  ])('is told file by file, with what made it: %s', async (LANG, wanted) => {
    expect(await kanben(['verify', 'bag.zip'], { env: { LANG }, pipeline: { verify } })).toEqual({
      code: 1,
      out: wanted,
      err: '',
    })
  })
})

describe('archive', () => {
  it.each([
    [[], {}],
    [['--with-press'], { withPress: true }],
    [['--format', 'tar', '--native'], { format: 'tar', native: true }],
    [['--into', 'store'], { store: '/home/editor/store' }],
  ])('hands on %j', async (flags, wanted) => {
    let asked: unknown
    const archive: Pipeline['archive'] = (options) => {
      asked = options
      return Promise.resolve({ ok: true, files: [], artefacts: [], milliseconds: 1 })
    }
    expect(await kanben(['archive', 'issue', ...flags], { pipeline: { archive } })).toMatchObject({ code: 0 })
    expect(asked).toEqual({
      root: '/home/editor/issue',
      outDir: '/home/editor/output',
      format: 'folder',
      ...wanted,
    })
  })
})
