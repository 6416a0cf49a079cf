/** Han, kana, bopomofo, and the marks and forms that are a full em wide: no space stands beside them at a line end. */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\ufe30-\ufe4f\uff00-\uffef\u2460-\u24ff\u3200-\u33ff]/u

/** Marks that Chinese and Western text share; they go with their neighbour. */
const shared = /[“”‘’—…·–]/u

/** Whether a line end between two characters is no space: both wide, or one wide and one shared, or both shared. */
export function joinsWithoutSpace(before: string, after: string): boolean {
  return (wide.test(before) || shared.test(before)) && (wide.test(after) || shared.test(after))
}

export function isWide(character: string): boolean {
  return wide.test(character)
}
