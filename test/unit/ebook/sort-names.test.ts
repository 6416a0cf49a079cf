import { expect, test } from 'vitest'
import { sortNames } from '../../../src/ebook/sort-names.js'

test.each([
  [{ name: '王安石' }, 'Wang Anshi'],
  [{ name: '欧阳修' }, 'Ouyang Xiu'],
  [{ name: '单田芳' }, 'Shan Tianfang'],
  [{ name: '解缙' }, 'Xie Jin'],
  [{ name: '王西安' }, "Wang Xi'an"],
  [{ name: '吕布' }, 'Lü Bu'],
  // Only who bears the name knows how it is read.
  [{ name: '王乐', nameEn: 'Wang Yue' }, 'Wang Yue'],
  [{ name: '王乐', nameEn: 'Yue WANG' }, 'Wang Yue'],
  [{ name: '王乐', nameEn: 'Joy' }, 'Wang Le'],
  [{ name: '本刊编辑部' }, 'ben kan bian ji bu'],
  [{ name: 'Norman FOSTER' }, 'FOSTER, Norman'],
  [{ name: 'Norman Foster' }, 'Norman Foster'],
])('%o sorts as %s', async (entry, sorted) => {
  expect((await sortNames([entry])).get(entry.name)).toBe(sorted)
})
