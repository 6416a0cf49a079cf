import { access, constants } from 'node:fs/promises'
import { join } from 'node:path'
import { MachineError } from '../../diagnostics/index.js'
import { unpackShell } from './unpack-shell.js'

/** Where a browser came from; `doctor` shows it. */
export type BrowserSource = 'given' | 'packaged' | 'puppeteer-cache' | 'system'

export interface FoundBrowser {
  readonly source: BrowserSource
  /** Absolute path of the executable. */
  readonly path: string
  /** Folder that the packaged shell was unpacked into: it holds shared libraries and one fallback font beside the browser. */
  readonly folder?: string | undefined
}

export interface FindBrowserOptions {
  /** Browser that the user names; nothing else is tried then. */
  readonly browserPath?: string | undefined
  /** Folder that the packaged shell is unpacked into, once for each version. */
  readonly cacheFolder?: string | undefined
}

/**
 * Finds a browser: the given one, the headless shell that comes as a package, the one in puppeteer's own cache, a
 * Chrome or Chromium of the system.
 *
 * @throws MachineError when there is none, or when the given one cannot be run
 */
export async function findBrowser(options: FindBrowserOptions = {}): Promise<FoundBrowser> {
  const { browserPath } = options
  if (browserPath !== undefined && browserPath !== '') {
    if (await isExecutable(browserPath)) return { source: 'given', path: browserPath }
    throw new MachineError(
      {
        en: `there is no browser that can be run at ${browserPath}`,
        zh: `${browserPath} 处没有可以运行的浏览器`,
      },
      {
        en: 'correct the path (PUPPETEER_EXECUTABLE_PATH), or unset it to use the packaged browser',
        zh: '请改正路径（PUPPETEER_EXECUTABLE_PATH），或者去掉它，改用软件包自带的浏览器',
      },
    )
  }
  const shell = await unpackShell(options.cacheFolder)
  if (shell !== undefined) return { source: 'packaged', path: shell.path, folder: shell.folder }
  const cached = await puppeteerShell()
  if (cached !== undefined) return { source: 'puppeteer-cache', path: cached }
  for (const path of systemPaths()) {
    if (await isExecutable(path)) return { source: 'system', path }
  }
  throw new MachineError(
    { en: 'no browser was found to set the pages with', zh: '找不到用来排版的浏览器' },
    {
      en: 'run `npx puppeteer browsers install chrome-headless-shell`, or install Chrome or Chromium, or set PUPPETEER_EXECUTABLE_PATH',
      zh: '请运行 `npx puppeteer browsers install chrome-headless-shell`，或安装 Chrome、Chromium，或设置 PUPPETEER_EXECUTABLE_PATH',
    },
  )
}

async function puppeteerShell(): Promise<string | undefined> {
  try {
    const { default: puppeteer } = await import('puppeteer')
    const path = puppeteer.executablePath({ headless: 'shell' })
    return (await isExecutable(path)) ? path : undefined
  } catch {
    return undefined
  }
}

function systemPaths(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (process.platform === 'win32') {
    return ['C:\\Program Files', 'C:\\Program Files (x86)'].flatMap((folder) => [
      join(folder, 'Google\\Chrome\\Application\\chrome.exe'),
      join(folder, 'Microsoft\\Edge\\Application\\msedge.exe'),
    ])
  }
  return ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser']
    .flatMap((name) => ['/usr/bin', '/usr/local/bin', '/snap/bin'].map((folder) => `${folder}/${name}`))
    .concat('/opt/google/chrome/chrome')
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}
