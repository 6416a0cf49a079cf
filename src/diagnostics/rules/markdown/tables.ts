import { defineRule } from '../../rule.js'

/** A row has no more cells than the head; the surplus ones would be lost. */
export const tableCells = defineRule<{ readonly cells: number; readonly columns: number }>({
  id: 'table-cells',
  severity: 'error',
  message: ({ cells, columns }) => ({
    en: `The row has ${cells} cells, the head ${columns}; the surplus would be lost`,
    zh: `这一行有 ${cells} 格，表头只有 ${columns} 格，多出的会丢失`,
  }),
  note: () => ({
    en: 'Add columns to the head and its dashes, or write a bar inside a cell as \\|',
    zh: '请给表头和分隔行补足列数；格内的竖线请写成 \\|',
  }),
})

/** A line right below a table is a row of it. */
export const tableRow = defineRule({
  id: 'table-row',
  severity: 'warning',
  message: () => ({
    en: 'The line has no bar, yet it is read as a row because it stands right below the table',
    zh: '这一行没有竖线，因紧接表格而被读作一行表格',
  }),
  note: () => ({ en: 'Leave an empty line below the table', zh: '请在表格后空一行' }),
})

/** A table directive holds exactly one table. */
export const tableOne = defineRule<{ readonly tables: number }>({
  id: 'table-one',
  severity: 'error',
  message: ({ tables }) =>
    tables === 0
      ? { en: ':::table holds no table', zh: ':::table 里没有表格' }
      : { en: `:::table holds ${tables} tables`, zh: `:::table 里有 ${tables} 个表格` },
  note: ({ tables }) =>
    tables === 0
      ? {
          en: 'Write the table inside, with a line of dashes below its head and empty lines around it',
          zh: '请把表格写在块内，表头下要有分隔行，前后空一行',
        }
      : { en: 'Give each table a :::table of its own', zh: '请让每个表格各用一个 :::table' },
})
