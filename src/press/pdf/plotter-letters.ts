/**
 * Letters as a plotter draws them: lines from point to point, each point two digits, x 0–4 and y 0–6 from the foot; lines are
 * parted by spaces. A slug needs no font then, and none has to be embedded for it.
 */
const letters: Readonly<Record<string, string>> = {
  A: '002440 1232',
  B: '00062635332100 0323322130',
  C: '454636160500103041',
  D: '00063645413000',
  E: '46060040 0333',
  F: '460600 0333',
  G: '45361605011030414323',
  H: '0006 4046 0343',
  I: '2026 1030 1636',
  J: '4641301001',
  K: '0006 4603 1340',
  L: '060040',
  M: '0006234640',
  N: '00064046',
  O: '100105163645413010',
  P: '0006364544330300',
  Q: '100105163645413010 2240',
  R: '000636454433 0333 2340',
  S: '45361605041332413010',
  T: '0646 2026',
  U: '060110304146',
  V: '062046',
  W: '0610233046',
  X: '0046 0640',
  Y: '062346 2320',
  Z: '06460040',
  0: '100105163645413010 0145',
  1: '152620 1030',
  2: '05163645440040',
  3: '06462332413010',
  4: '30360242',
  5: '460603334230100',
  6: '46160501103041423303',
  7: '064610',
  8: '1304051636453313 13020110304142 3342',
  9: '00304145361605041343',
  '-': '1333',
  '/': '0046',
  '.': '2021',
  ':': '2021 2425',
  '(': '36141230',
  ')': '16343210',
  '%': '0046 0605 4140',
  '+': '2125 0343',
  _: '0040',
  "'": '2625',
}

/** Width of a letter and the gap after it, in units of which a letter is 6 high. */
const advance = 6

/** Width of a text in points. */
export function plotterWidth(text: string, size: number): number {
  return ([...text].length * advance * size) / 6
}

/**
 * Operators that draw a text, to be stroked. Letters are capitals; what has no letter leaves a gap.
 *
 * @param size height of a letter in points
 */
export function plotterText(text: string, x: number, y: number, size: number): string {
  const unit = size / 6
  return [...text.toUpperCase()]
    .flatMap((letter, index) => {
      const left = x + index * advance * unit
      return (letters[letter] ?? '')
        .split(' ')
        .map((line) =>
          (line.match(/\d\d/g) ?? [])
            .map((point, at) => {
              const [column = 0, row = 0] = [...point].map(Number)
              return `${round(left + column * unit)} ${round(y + row * unit)} ${at === 0 ? 'm' : 'l'}`
            })
            .join(' '),
        )
        .filter((line) => line !== '')
        .map((line) => `${line} S`)
    })
    .join('\n')
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
