import { defineRule } from '../rule.js'

/** What a file that is not UTF-8 seems to be written in. */
export type GuessedEncoding = 'GB18030' | 'UTF-16' | 'UTF-32' | undefined

/** Manuscripts are UTF-8 (with or without a byte order mark). */
export const textUtf8 = defineRule<{
  readonly path: string
  readonly byteOffset: number
  readonly guess: GuessedEncoding
}>({
  id: 'text-utf8',
  severity: 'error',
  message: ({ byteOffset, guess }) =>
    guess === undefined
      ? {
          en: `The file is not UTF-8: byte ${byteOffset + 1} begins no character`,
          zh: `文件不是 UTF-8 编码：第 ${byteOffset + 1} 个字节不成字符`,
        }
      : guess === 'GB18030'
        ? {
            en: `The file is written in GBK (GB 18030), not in UTF-8; byte ${byteOffset + 1} is the first to show it`,
            zh: `文件是 GBK（GB 18030）编码，不是 UTF-8；从第 ${byteOffset + 1} 个字节可以看出`,
          }
        : { en: `The file is written in ${guess}, not in UTF-8`, zh: `文件是 ${guess} 编码，不是 UTF-8` },
  note: ({ path, guess }) =>
    guess === undefined
      ? {
          en: 'Open the file in the program it came from and save it again as UTF-8',
          zh: '请用原来的软件打开，另存为 UTF-8',
        }
      : {
          en: `Save it again as UTF-8, or convert it: iconv -f ${guess} -t UTF-8 ${quote(path)} > new.md`,
          zh: `请另存为 UTF-8，或转换：iconv -f ${guess} -t UTF-8 ${quote(path)} > new.md`,
        },
})

/** No control characters but tab and line end: XML cannot hold them, and nobody sees them. */
export const controlCharactersAbsent = defineRule<{ readonly codePoint: number }>({
  id: 'control-characters-absent',
  severity: 'error',
  message: ({ codePoint }) => ({
    en: `There is an invisible control character here (${codePointName(codePoint)})`,
    zh: `此处有看不见的控制字符（${codePointName(codePoint)}）`,
  }),
  note: ({ codePoint }) =>
    codePoint === 0x0b || codePoint === 0x2028 || codePoint === 0x2029
      ? {
          en: 'It is a line break of a word processor: delete it, or write a line break in its place',
          zh: '这是排版或文字处理软件的换行符：请删去，或改为普通换行',
        }
      : { en: 'Delete it', zh: '请删去' },
})

/** No code points that Unicode sets aside for programs (U+FFFE, U+FDD0…). */
export const nonCharactersAbsent = defineRule<{ readonly codePoint: number }>({
  id: 'noncharacters-absent',
  severity: 'error',
  message: ({ codePoint }) => ({
    en: `${codePointName(codePoint)} is not a character and cannot be printed`,
    zh: `${codePointName(codePoint)} 不是字符，无法印出`,
  }),
  note: () => ({ en: 'Delete it', zh: '请删去' }),
})

/** U+FFFD stands where an earlier conversion lost a character. */
export const replacementCharactersAbsent = defineRule({
  id: 'replacement-characters-absent',
  severity: 'warning',
  message: () => ({
    en: 'A character was lost here in an earlier conversion (� stands in its place)',
    zh: '此处有字符在先前的转换中丢失（留下了 �）',
  }),
  note: () => ({ en: 'Compare with the original and write the character', zh: '请对照原稿补上' }),
})

/** A carriage return alone is a line end of the 1990s, or debris of a copy. */
export const lineEndsUniform = defineRule<{ readonly count: number }>({
  id: 'line-ends-uniform',
  severity: 'warning',
  message: ({ count }) => ({
    en: `${count} line end(s) of this file are a lone carriage return (CR); the first is here`,
    zh: `本文件有 ${count} 处换行只用了回车符（CR），此处是第一处`,
  }),
  note: () => ({
    en: 'They were read as line ends. Save the file with line ends LF to be sure',
    zh: '已按换行处理。请把文件的换行改为 LF 以防误断',
  }),
})

/** A file is small enough to be a manuscript. */
export const fileSizeBounded = defineRule<{
  readonly path: string
  readonly bytes: number
  readonly limit: number
}>({
  id: 'file-size-bounded',
  severity: 'error',
  message: ({ path, bytes, limit }) => ({
    en: `${path} has ${megabytes(bytes)} MB; at most ${megabytes(limit)} MB are read`,
    zh: `${path} 有 ${megabytes(bytes)} MB，最多读取 ${megabytes(limit)} MB`,
  }),
  note: () => ({
    en: 'Check that it is the right file; otherwise make it smaller',
    zh: '请确认文件无误；如无误，请缩小它',
  }),
})

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1)
}

function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
}

function quote(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`
}
