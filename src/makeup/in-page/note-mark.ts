/** ①…㊿, then (51): the note's number as it is printed (U+2460, U+3251, U+32B1). */
export function noteMark(number: number): string {
  if (number <= 20) return String.fromCodePoint(0x2460 + number - 1)
  if (number <= 35) return String.fromCodePoint(0x3251 + number - 21)
  return number <= 50 ? String.fromCodePoint(0x32b1 + number - 36) : `(${number})`
}
