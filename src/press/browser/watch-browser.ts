import type { Browser } from 'puppeteer'
import { MachineError } from '../../diagnostics/index.js'

/**
 * Does work that needs a browser.
 *
 * @param lost fulfilled when the browser's process has ended, rejected when it never began
 * @param isClosing whether its end is ours
 * @throws MachineError when the browser ends by itself: its pages may then fail in any way, or not answer at all
 */
export async function watchBrowser<T>(
  work: () => Promise<T>,
  lost: Promise<void>,
  isClosing: () => boolean,
): Promise<T> {
  const told = new Promise<never>((_, reject) => {
    const tell = (): void => {
      if (!isClosing()) reject(endedAlone())
    }
    // A failed start is the work's to tell.
    lost.then(tell, () => undefined)
  })
  try {
    return await Promise.race([work(), told])
  } catch (error) {
    // A page that fails because its browser ended is told of before the end itself.
    if (!isClosing() && !(error instanceof MachineError)) await Promise.race([told, aMoment()])
    throw error
  }
}

/** Fulfilled when the browser's process has ended. */
export async function untilExit(browser: Browser): Promise<void> {
  const child = browser.process()
  if (child === null || child.exitCode !== null || child.signalCode !== null) return
  await new Promise<void>((resolve) => child.once('exit', () => resolve()))
}

function aMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 200))
}

function endedAlone(): MachineError {
  return new MachineError(
    { en: 'the browser ended while it was at work', zh: '浏览器中途退出了' },
    {
      en: 'start again; if it happens every time, the machine may lack memory, or another program ends the browser',
      zh: '请再试一次；如果每次都这样，可能是内存不够，或者别的程序结束了浏览器',
    },
  )
}
