import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { CutFont, CutRequest } from './cut-font.js'

/** A request as a thread gets it; it answers with the same number, in any order. */
export interface CutOrder {
  readonly number: number
  readonly request: CutRequest
}

/** What a thread says of a request. */
export type CutAnswer = { readonly number: number } & (
  { readonly font: CutFont | undefined } | { readonly error: string }
)

const script = new URL('../../dist/worker/cut-font.js', import.meta.url)

/** More threads than this spend their time starting. */
const most = 4

interface Cutter {
  readonly worker: Worker
  /** Requests that were sent and not answered, by number. */
  readonly waiting: Map<number, { resolve(font: CutFont | undefined): void; reject(error: Error): void }>
}

let cutters: readonly Cutter[] | undefined
let sent = 0

/**
 * Starts the threads that cut fonts, so that they are ready when the characters are known. They are one set for the
 * process and do not keep it alive.
 */
export function startCutting(): void {
  cutters ??= Array.from({ length: Math.min(most, availableParallelism()) }, startCutter)
}

/**
 * Cuts fonts side by side.
 *
 * @returns in the order of the requests, nothing where a font serves none of its characters
 * @throws Error when a file is no font
 */
export async function cutFonts(requests: readonly CutRequest[]): Promise<(CutFont | undefined)[]> {
  startCutting()
  // Every answer is awaited, also behind a failure, so that no thread is left with another's request.
  const settled = await Promise.allSettled(requests.map((request) => send(request)))
  return settled.map((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
}

function send(request: CutRequest): Promise<CutFont | undefined> {
  const [idlest] = (cutters ?? []).toSorted((a, b) => a.waiting.size - b.waiting.size)
  if (idlest === undefined) throw new Error('no thread cuts fonts')
  return new Promise((resolve, reject) => {
    const order: CutOrder = { number: (sent += 1), request }
    idlest.waiting.set(order.number, { resolve, reject })
    idlest.worker.ref()
    idlest.worker.postMessage(order, [])
  })
}

function startCutter(): Cutter {
  const worker = new Worker(script)
  const waiting: Cutter['waiting'] = new Map()
  worker.unref()
  worker.on('message', (answer: CutAnswer) => {
    const request = waiting.get(answer.number)
    waiting.delete(answer.number)
    if (waiting.size === 0) worker.unref()
    if ('error' in answer) request?.reject(new Error(answer.error))
    else request?.resolve(answer.font)
  })
  worker.on('error', (error) => {
    cutters = undefined
    for (const request of waiting.values())
      request.reject(error instanceof Error ? error : new Error(String(error)))
    waiting.clear()
  })
  return { worker, waiting }
}
