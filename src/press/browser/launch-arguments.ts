import { readFileSync } from 'node:fs'

/** Nothing listens on the discard port, so whatever a page asks of the network fails at once. */
const closedNetwork = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-features=DnsOverHttps,NetworkPrediction',
  '--no-pings',
  '--dns-prefetch-disable',
]

/** What would make lines or colours differ from one machine to the next. */
const sameEverywhere = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-device-scale-factor=1',
  '--hide-scrollbars',
  '--lang=en-US',
]

/** Parts of a browser that no page of ours uses; each is a process or a pause at the start. */
const unused = [
  '--disable-gpu',
  '--disable-extensions',
  '--mute-audio',
  '--no-first-run',
  '--no-default-browser-check',
]

/**
 * Arguments of the browser, beside puppeteer's own.
 *
 * @param sandbox whether Chromium's sandbox is used; without it there is no zygote process either
 */
export function launchArguments(sandbox: boolean): string[] {
  return [...closedNetwork, ...sameEverywhere, ...unused, ...(sandbox ? [] : ['--no-sandbox', '--no-zygote'])]
}

/**
 * Whether Chromium can build its sandbox here: never as root, and on Linux only where an ordinary user may make user
 * namespaces. (The packaged shell has no setuid helper.)
 */
export function isSandboxUsable(): boolean {
  if (process.getuid?.() === 0) return false
  if (process.platform !== 'linux') return true
  return (
    setting('/proc/sys/kernel/unprivileged_userns_clone') !== '0' &&
    setting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') !== '1' &&
    setting('/proc/sys/user/max_user_namespaces') !== '0'
  )
}

function setting(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return undefined
  }
}
