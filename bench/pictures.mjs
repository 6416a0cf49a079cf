/**
 * Packing alone: an ebook with pictures, each a PNG of noise that no compression makes smaller, read from files and
 * written to one.
 *
 *     npm run build && node bench/pictures.mjs [pictures] [megabytes of each]
 *
 * Prints seconds, and memory before and at its highest; nothing here is a test.
 */
import { execFileSync } from 'node:child_process'
import { randomFillSync } from 'node:crypto'
import { createWriteStream, writeFileSync } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { crc32, deflateSync } from 'node:zlib'
import { VFile } from 'vfile'
import { streamEbook } from '../dist/ebook/index.js'
import { loadAssets } from '../dist/manuscript/index.js'

const [count = '60', megabytes = '4', target] = process.argv.slice(2)
if (target === undefined) await measure()
else writePictures(target)

async function measure() {
  const folder = await mkdtemp(join(tmpdir(), 'kanben-pictures-'))
  try {
    // In a process of its own, whose memory is not counted.
    execFileSync(process.execPath, [import.meta.filename, count, megabytes, folder])
    const uses = names().map((path) => ({
      path,
      file: new VFile({ path: 'issue.yaml' }),
      position: undefined,
    }))
    const before = process.resourceUsage().maxRSS
    const started = performance.now()
    const assets = await loadAssets(folder, uses)
    const read = performance.now()
    const out = join(folder, 'book.epub')
    const options = { css: '', faces: [], assets, modified: new Date(0) }
    const cpu = process.cpuUsage()
    await pipeline(await streamEbook(publication(uses), options), createWriteStream(out))
    const { user, system } = process.cpuUsage(cpu)
    const packed = performance.now()
    const mb = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`
    const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`
    console.log(
      `${assets.size} pictures, ePub ${mb((await stat(out)).size)}, load ${loadavg()[0].toFixed(1)}`,
    )
    console.log(`read and checked in ${seconds(read - started)}`)
    console.log(`packed in ${seconds(packed - read)}, ${seconds((user + system) / 1000)} of processor time`)
    console.log(
      `memory ${mb(before * 1024)} before, ${mb(process.resourceUsage().maxRSS * 1024)} at its highest`,
    )
  } finally {
    await rm(folder, { recursive: true })
  }
}

function names() {
  return Array.from({ length: Number(count) }, (_, index) => `p${index + 1}.png`)
}

function writePictures(folder) {
  for (const name of names()) writeFileSync(join(folder, name), noise(Number(megabytes) * 1e6))
}

/** A PNG of about so many bytes: rows of random colours, stored. */
function noise(bytes) {
  const side = Math.floor(Math.sqrt(bytes / 3))
  const rows = Buffer.alloc(side * (side * 3 + 1))
  randomFillSync(rows)
  for (let row = 0; row < side; row += 1) rows[row * (side * 3 + 1)] = 0
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 0 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** One article that shows them all. */
function publication(uses) {
  const children = uses.map(({ path }) => ({
    type: 'element',
    tagName: 'img',
    properties: { src: path, alt: '杂色' },
    children: [],
  }))
  return {
    edition: 'ebook',
    metadata: {
      id: 'pictures',
      language: 'zh-Hans-CN',
      theme: 'journal',
      periodical: { title: '样刊' },
      issue: { year: 2026, date: { year: 2026 } },
      output: { reading: false, ebook: true },
    },
    parts: [{ id: 'a1', kind: 'article', title: '图', start: 'page', content: { type: 'root', children } }],
  }
}
