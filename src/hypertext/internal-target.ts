import { resolvePath } from './resolve-path.js'

/** Where `#id`, `file.md` and `file.md#id` lead within the issue; `undefined` for every other address. */
export function internalTarget(
  articlePath: string,
  url: string,
): { readonly path: string; readonly id: string | undefined } | undefined {
  const match = url.match(/^([^#?:]*?\.md)?(?:#(.+))?$/i)
  if (!match || url === '') return undefined
  const [, file, id] = match
  return { path: file === undefined ? articlePath : resolvePath(articlePath, file), id }
}
