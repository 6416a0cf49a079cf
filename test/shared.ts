import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { inject } from 'vitest'

/**
 * A folder that is filled once in a run, by the first test file that asks for it; others wait, in whichever process they are.
 *
 * @param name names what is in it: the same name, the same contents
 * @param make fills the folder
 * @throws Error whatever `make` throws, in every test file that asks
 */
export async function shared(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(inject('sharedFolder'), name)
  const [done, failed] = [`${folder}.done`, `${folder}.failed`]
  if ((await mkdir(folder, { recursive: true })) !== undefined) {
    try {
      await make(folder)
      await writeFile(done, '')
    } catch (error) {
      await writeFile(failed, error instanceof Error ? (error.stack ?? error.message) : String(error))
      throw error
    }
    return folder
  }
  while (!existsSync(done)) {
    if (existsSync(failed)) throw new Error(await readFile(failed, 'utf8'))
    await setTimeout(50)
  }
  return folder
}
