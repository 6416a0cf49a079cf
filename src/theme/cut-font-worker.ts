import { parentPort } from 'node:worker_threads'
import { cutFont } from './cut-font.js'
import type { CutAnswer, CutOrder } from './cut-fonts.js'

/** Cuts fonts in a thread of its own. */
parentPort?.on('message', (order: CutOrder) => {
  void answer(order)
})

async function answer({ number, request }: CutOrder): Promise<void> {
  try {
    const font = await cutFont(request)
    // The bytes are a plain array of their own, made for this answer.
    say({ number, font }, font ? [font.bytes.buffer as ArrayBuffer] : [])
  } catch (error) {
    say({ number, error: error instanceof Error ? error.message : String(error) }, [])
  }
}

function say(answer: CutAnswer, transfer: readonly ArrayBuffer[]): void {
  parentPort?.postMessage(answer, transfer)
}
