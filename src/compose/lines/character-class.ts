/**
 * What a character is to a line. Full width or not is a matter of the font and measured; this says how it behaves.
 *
 * - `open`, `close`: marks that never end or begin a line (CLREQ 3.1.4 避头尾);
 * - `whole`: dashes and ellipses, which are one piece however many characters they are written with (CLREQ 3.1.5);
 * - `inner`: 间隔号, connectors, full-width 分隔号 and doubled ‼⁇, which never begin a line and have no blank half;
 * - `western`: everything that is set as words.
 */
export type CharacterClass =
  'han' | 'open' | 'close' | 'whole' | 'inner' | 'space' | 'piece' | 'joined' | 'western'

const open = new Set('“‘（《〈【『「〔｛［〖〘〚')
const close = new Set('，。、；：！？”’）》〉】』」〕｝］〗〙〛．')
const inner = new Set('·・‧～〜／‼⁇⁈⁉')

const ems = new Map([
  ...[...'·・‧'].map((mark) => [mark, 0.5] as const),
  ...[...'‼⁇⁈⁉'].map((mark) => [mark, 1] as const),
])

/** Kana and signs that may not begin a line (JIS X 4051, for text that quotes Japanese). */
const neverFirst = new Set('々〻ヽヾゝゞーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％‰℃°')

const singles = new Map<string, CharacterClass>([
  ...[...open].map((mark) => [mark, 'open'] as const),
  ...[...close].map((mark) => [mark, 'close'] as const),
  ...[...inner].map((mark) => [mark, 'inner'] as const),
  ...[...'—―⸺…⋯'].map((mark) => [mark, 'whole'] as const),
  ...[...' \t\n\r\f'].map((mark) => [mark, 'space'] as const),
  ['\ufffc', 'piece'],
])

export function characterClass(character: string): CharacterClass {
  const code = character.codePointAt(0) ?? 0
  if (isHan(code)) return 'han'
  return singles.get(character) ?? (isJoined(code) ? 'joined' : 'western')
}

/** Whether a line may not begin with it although it is no mark. */
export function isNeverFirst(character: string): boolean {
  return neverFirst.has(character)
}

/** Em that an inner mark is wide beside Chinese, whatever its glyph: 间隔号, doubled ‼⁇ (GB/T 15834—2011 §5.1.7, §5.1.2). */
export function innerWidth(character: string | undefined): number | undefined {
  return character === undefined ? undefined : ems.get(character)
}

/** Characters set solid on a square of one em: ideographs, kana, hangul, full-width letters. */
function isHan(code: number): boolean {
  if (code < 0x2e80) return false
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0x3041 && code <= 0x3096) ||
    (code >= 0x309d && code <= 0x30fa) ||
    (code >= 0x30fc && code <= 0x312f) ||
    (code >= 0x3005 && code <= 0x3007) ||
    code === 0x3000 ||
    (code >= 0x2e80 && code <= 0x2fdf) ||
    (code >= 0x31a0 && code <= 0x31ff) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff10 && code <= 0xff19) ||
    (code >= 0xff21 && code <= 0xff3a) ||
    (code >= 0xff41 && code <= 0xff5a) ||
    code === 0xff05 ||
    (code >= 0x20000 && code <= 0x3ffff)
  )
}

/** Combining marks, variation selectors, joiners and characters of no width: part of the character before them. */
function isJoined(code: number): boolean {
  return (
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x1ab0 && code <= 0x1aff) ||
    (code >= 0x20d0 && code <= 0x20ff) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    (code >= 0xe0100 && code <= 0xe01ef) ||
    (code >= 0x200b && code <= 0x200f) ||
    code === 0x2060 ||
    code === 0xfeff ||
    code === 0x3099 ||
    code === 0x309a
  )
}

/** Whether no line ends after it: WORD JOINER and its older form. */
export function joins(character: string): boolean {
  return character === '\u2060' || character === '\ufeff'
}

/** Scripts written from right to left: their lines are the browser's. */
export const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
