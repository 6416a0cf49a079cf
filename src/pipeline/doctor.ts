import { MachineError, type Bilingual } from '../diagnostics/index.js'
import type { Context } from '../issue/index.js'
import { openBrowser } from '../press/index.js'
import { loadTheme } from '../theme/index.js'

export interface DoctorItem {
  readonly name: Bilingual
  readonly ok: boolean
  /** What was found, or what is wrong. */
  readonly detail: Bilingual
  /** What to do; only when it is not ok. */
  readonly fix?: Bilingual | undefined
}

export interface DoctorResult {
  readonly ok: boolean
  readonly items: readonly DoctorItem[]
}

/** Tries everything that a build needs of the machine: Node, a browser that starts, the theme's fonts. */
export async function doctor(context: Context): Promise<DoctorResult> {
  const items = [nodeItem(), await browserItem(context), await fontsItem()]
  return { ok: items.every((item) => item.ok), items }
}

function nodeItem(): DoctorItem {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const ok = major > 20 || (major === 20 && minor >= 19)
  return {
    name: { en: 'Node.js', zh: 'Node.js' },
    ok,
    detail: same(process.versions.node),
    fix: ok ? undefined : { en: 'install Node.js 20.19 or later', zh: '请安装 Node.js 20.19 或更高版本' },
  }
}

async function browserItem(context: Context): Promise<DoctorItem> {
  const name = { en: 'browser', zh: '浏览器' }
  const session = openBrowser({ browserPath: context.browserPath, signal: context.signal })
  try {
    const { version, found } = await session.describe()
    return { name, ok: true, detail: same(`${version} (${found.source})`) }
  } catch (error) {
    return failed(name, error)
  } finally {
    await session.close()
  }
}

async function fontsItem(): Promise<DoctorItem> {
  const name = { en: 'fonts', zh: '字体' }
  try {
    const { theme } = await loadTheme('journal')
    const count = theme?.faces.length ?? 0
    return { name, ok: count > 0, detail: { en: `${count} faces`, zh: `${count} 款` } }
  } catch (error) {
    return failed(name, error)
  }
}

function failed(name: Bilingual, error: unknown): DoctorItem {
  if (!(error instanceof MachineError)) throw error
  return { name, ok: false, detail: error.reason, fix: error.fix }
}

function same(text: string): Bilingual {
  return { en: text, zh: text }
}
