/** Costs of ends of lines within what readers take in at once. */
const cost = { number: 90, title: 60, name: 20 } as const

/** Units that stay with their number, and words that stay with the number after them (图1, 约3). */
const units = new Set('年月日时分秒期卷号页章节条款项个元万亿千百人次倍岁届世度米公里吨克升瓦美欧平℃')
const counted = new Set('第图表式约近达超逾前后')

const ordinal = /第[一二三四五六七八九十百千零〇两]{1,5}[期卷号页章节条款届次回辑版位名集]/gu
const title =
  /先生|女士|教授|院士|博士|硕士|主任|校长|院长|所长|馆长|社长|主编|部长|局长|主席|老师|同志|工程师|研究员|编审/gu

/** 5～10, 10%～20%, 1.5万～2万, 2001—2005: the place after the connector. */
const range = /(?<=[\d%％‰℃°万亿千百年月日时])[～〜—–](?=[−-]?\d)/gu
/** 5 km, 1 234 567 and No. 5: the place after the space. */
const spaced =
  /(?<=\d) (?=(?:[kMGTcmnμµ]?(?:m|g|s|A|K|V|W|J|N|F|L|l|B|Pa|Hz|Wh|eV|mol)|min|h|d|t|ha|dB|°C|℃|Ω)(?![\p{Script=Latin}\d])|\d{3}(?!\d))|(?<=\b(?:Nos?|Vol|Figs?|pp?)\.) (?=\d)/gu

/**
 * What it costs to end a line before a place in Chinese text: within 第十二期, between a number and its unit, between
 * the numbers of a range, between a name and its 先生 or 教授. Names are not known; two characters before a title are taken for one.
 */
export class KeepTogether {
  readonly #costs = new Map<number, number>()

  constructor(readonly text: string) {
    for (const { 0: found, index } of text.matchAll(ordinal))
      this.#keep(index + 1, found.length - 1, cost.number)
    for (const { index } of text.matchAll(range)) this.#keep(index + 1, 1, cost.number)
    for (const { index } of text.matchAll(spaced)) this.#keep(index + 1, 1, cost.number)
    for (const { 0: found, index } of text.matchAll(title)) {
      this.#keep(index, 1, cost.title)
      this.#keep(index + 1, found.length - 1, cost.number)
      if (/^\p{Script=Han}{3}$/u.test(text.slice(index - 3, index))) this.#keep(index - 2, 2, cost.name)
      else if (/\p{Script=Han}{2}$/u.test(text.slice(index - 2, index))) this.#keep(index - 1, 1, cost.name)
    }
  }

  #keep(from: number, count: number, price: number): void {
    for (let at = from; at < from + count; at++)
      this.#costs.set(at, Math.max(price, this.#costs.get(at) ?? 0))
  }

  /** Of a line's end before a place between two ideographs, an ideograph and a number, or after a connector or a space. */
  costAt(at: number): number {
    const known = this.#costs.get(at)
    if (known !== undefined) return known
    const before = this.text.charCodeAt(at - 1)
    const after = this.text.charCodeAt(at)
    if (isDigit(before) && units.has(this.text.charAt(at))) return cost.number
    if (isDigit(after) && counted.has(this.text.charAt(at - 1))) return cost.number
    return 0
  }
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}
