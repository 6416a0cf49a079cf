const codes = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOSPC',
  'EDQUOT',
  'ENOTDIR',
  'EISDIR',
  'EEXIST',
  'EMFILE',
])

/** What the file system refused, when that is what an error is about; `undefined` for any other error. */
export function fileSystemProblem(
  error: unknown,
): { readonly code: string; readonly path: string } | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined
  const { code } = error
  if (typeof code !== 'string' || !codes.has(code)) return undefined
  return { code, path: 'path' in error && typeof error.path === 'string' ? error.path : '' }
}
