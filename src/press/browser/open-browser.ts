import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser, Page } from 'puppeteer'
import { MachineError } from '../../diagnostics/index.js'
import { endProcessesOf } from './end-processes-of.js'
import { findBrowser, type FindBrowserOptions, type FoundBrowser } from './find-browser.js'
import { isSandboxUsable, launchArguments } from './launch-arguments.js'
import { makeSessionFolder, removeSessionFolder, sweepSessionFolders } from './session-folder.js'
import { untilExit, watchBrowser } from './watch-browser.js'
import { whenProcessEnds } from './when-process-ends.js'

export interface OpenBrowserOptions extends FindBrowserOptions {
  /** Closes the browser when it fires; every call under way is then rejected. */
  readonly signal?: AbortSignal | undefined
}

/** One browser process with a private folder. `close` it in any case; it is also closed when the process ends. */
export interface BrowserSession {
  /** A blank page. @throws MachineError when the browser cannot be found or started */
  page(): Promise<Page>
  /** The private folder: what pages may read is written here. */
  folder(): Promise<string>
  /** Which browser it is, and its version as it says it: `HeadlessChrome/147.0.7727.0`. */
  describe(): Promise<{ readonly found: FoundBrowser; readonly version: string }>
  /**
   * Does what needs the browser.
   *
   * @throws MachineError when the browser ends meanwhile: its pages may then fail in any way, or not answer at all
   */
  watch<T>(work: () => Promise<T>): Promise<T>
  /** Ends the process with all its children and removes the folder. Never throws; may be called again. */
  close(): Promise<void>
}

interface Running {
  readonly browser: Browser
  readonly found: FoundBrowser
  readonly folder: string
}

/**
 * Starts a browser and returns at once, so that it starts while the manuscripts are being read. A failed start shows
 * at the first call of `page`.
 */
export function openBrowser(options: OpenBrowserOptions = {}): BrowserSession {
  const abort = new AbortController()
  const state: { folder?: string; browser?: Browser } = {}
  const killNow = () => {
    killGroup(state.browser)
    if (state.folder === undefined) return
    endProcessesOf(state.folder)
    removeSessionFolder(state.folder)
  }
  const unwatch = whenProcessEnds(killNow)
  const running = start(options, abort.signal, state)
  // The failure is told to whoever asks for a page; until then it must not count as unhandled.
  running.catch(() => undefined)

  let closing: Promise<void> | undefined
  const close = () => (closing ??= stop(running, abort, state).finally(unwatch))
  if (options.signal?.aborted === true) void close()
  options.signal?.addEventListener('abort', () => void close(), { once: true })

  let first: Promise<Page> | undefined
  const lost = running.then(({ browser }) => untilExit(browser))
  lost.catch(() => undefined)
  return {
    watch: (work) => watchBrowser(work, lost, () => closing !== undefined),
    page: async () => {
      const { browser } = await running
      if (first !== undefined) return browser.newPage()
      first = browser.pages().then(([page]) => page ?? browser.newPage())
      return first
    },
    folder: async () => (await running).folder,
    describe: async () => {
      const { found, browser } = await running
      return { found, version: await browser.version() }
    },
    close,
  }
}

async function start(
  options: OpenBrowserOptions,
  signal: AbortSignal,
  state: { folder?: string; browser?: Browser },
): Promise<Running> {
  // Both take a moment and neither needs the other.
  const [{ default: puppeteer }, found] = await Promise.all([import('puppeteer'), findBrowser(options)])
  signal.throwIfAborted()
  const folder = makeSessionFolder()
  sweepSessionFolders(folder)
  state.folder = folder
  const launch = async (sandbox: boolean, environment: Environment | undefined) =>
    puppeteer.launch({
      executablePath: found.path,
      headless: 'shell',
      pipe: true,
      userDataDir: join(folder, 'profile'),
      args: launchArguments(sandbox),
      // Signals are ours to handle (whenProcessEnds): puppeteer's handler would leave by process.exit.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      waitForInitialPage: true,
      signal,
      ...(environment === undefined ? {} : { env: environment }),
    })
  const browser = await launchSomehow(launch, found, folder, signal)
  state.browser = browser
  signal.throwIfAborted()
  return { browser, found, folder }
}

/** ms until a browser that does not answer counts as one that does not start. */
const longestStart = 90_000

/** A browser that is killed while it starts, by us or others, leaves its pipe open and its caller waiting. */
async function inTime<T>(work: Promise<T>, found: FoundBrowser, signal: AbortSignal): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  let leave: (() => void) | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(cannotStart(found, 'it does not answer', undefined)), longestStart)
    leave = () => reject(new Error('The browser session was closed while the browser started'))
    signal.addEventListener('abort', leave, { once: true })
  })
  return Promise.race([work, late]).finally(() => {
    clearTimeout(timer)
    if (leave) signal.removeEventListener('abort', leave)
  })
}

type Environment = Record<string, string>

/** Starts with the sandbox and the system's libraries if that works, otherwise without the one, with the packaged ones. */
async function launchSomehow(
  launch: (sandbox: boolean, environment: Environment | undefined) => Promise<Browser>,
  found: FoundBrowser,
  folder: string,
  signal: AbortSignal,
): Promise<Browser> {
  const sealed = await sealedEnvironment(found, folder)
  let sandbox = isSandboxUsable()
  let environment = sealed
  for (;;) {
    try {
      signal.throwIfAborted()
      return await inTime(launch(sandbox, environment), found, signal)
    } catch (error) {
      if (signal.aborted || error instanceof MachineError) throw error
      const complaint = await askWhy(found.path, environment)
      if (/shared librar/.test(complaint) && found.folder !== undefined && environment === sealed) {
        environment = { ...sealed, LD_LIBRARY_PATH: join(found.folder, 'al2023', 'lib') }
      } else if (sandbox && complaint === '') sandbox = false
      else throw cannotStart(found, complaint === '' ? String(error) : complaint, error)
    }
  }
}

/** What the browser says when it is only asked for its version; over a pipe a failed start tells nothing. */
async function askWhy(path: string, environment: Environment | undefined): Promise<string> {
  try {
    await promisify(execFile)(path, ['--version'], {
      timeout: 10_000,
      ...(environment === undefined ? {} : { env: environment }),
    })
    return ''
  } catch (error) {
    const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : ''
    return stderr === '' ? String(error) : stderr
  }
}

/**
 * The packaged shell sees an environment of its own, so that neither the user's language and time zone nor the fonts
 * of the system have a say. The one font it finds is not ours: text that our faces do not cover shows up in it, and
 * the check of the printed file's fonts refuses the file.
 */
async function sealedEnvironment(found: FoundBrowser, folder: string): Promise<Environment | undefined> {
  if (found.folder === undefined) return undefined
  const temporary = join(folder, 'tmp')
  await mkdir(temporary)
  const fonts = join(folder, 'fonts.conf')
  await writeFile(
    fonts,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${escapeXml(join(found.folder, 'fonts'))}</dir><cachedir>${escapeXml(join(folder, 'font-cache'))}</cachedir></fontconfig>`,
  )
  return {
    HOME: folder,
    TMPDIR: temporary,
    TZ: 'UTC',
    LANG: 'C.UTF-8',
    PATH: '/usr/bin:/bin',
    FONTCONFIG_FILE: fonts,
  }
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

async function stop(
  running: Promise<Running>,
  abort: AbortController,
  state: { folder?: string; browser?: Browser },
): Promise<void> {
  abort.abort(new Error('The browser session was closed'))
  await running.catch(() => undefined)
  const { browser, folder } = state
  if (browser !== undefined) {
    const exited = untilExit(browser)
    // Nothing in the profile is worth an orderly end, which takes ten times as long.
    killGroup(browser)
    await exited
    await browser.close().catch(() => undefined)
  }
  if (folder === undefined) return
  endProcessesOf(folder)
  removeSessionFolder(folder)
}

/** Puppeteer starts the browser as the leader of its own process group, except on Windows. */
function killGroup(browser: Browser | undefined): void {
  const pid = browser?.process()?.pid
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // It is gone already.
  }
}

function cannotStart(found: FoundBrowser, text: string, cause: unknown): MachineError {
  const line =
    text
      .split('\n')
      .find((part) => /error|cannot|fail/i.test(part))
      ?.trim() ??
    text.split('\n')[0] ??
    ''
  return new MachineError(
    { en: `the browser ${found.path} does not start: ${line}`, zh: `浏览器 ${found.path} 无法启动：${line}` },
    {
      en: 'install the shared libraries it names (Debian: libnss3 libnspr4 libexpat1), or set PUPPETEER_EXECUTABLE_PATH to a browser that runs',
      zh: '请安装它所缺的共享库（Debian：libnss3 libnspr4 libexpat1），或用 PUPPETEER_EXECUTABLE_PATH 指定可以运行的浏览器',
    },
    { cause },
  )
}
