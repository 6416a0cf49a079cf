import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'

/** A message with the file it is about. */
export interface FiledMessage {
  readonly file: VFile
  readonly message: VFileMessage
}

/** All messages: files in the order given, in each file by place; what concerns the whole file comes first. */
export function sortMessages(files: readonly VFile[]): FiledMessage[] {
  return files.flatMap((file) =>
    file.messages
      .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
      .map((message) => ({ file, message })),
  )
}
