import { defineRule } from '../../rule.js'

/** Every directive is one of ours, written in its form. */
export const directiveKnown = defineRule<{
  readonly written: string
  readonly proposal: string | undefined
  readonly known: readonly string[]
}>({
  id: 'directive-known',
  severity: 'error',
  message: ({ written }) => ({
    en: `There is no directive “${written}”`,
    zh: `没有“${written}”这个指令`,
  }),
  note: ({ proposal, known }) =>
    proposal
      ? { en: `Did you mean ${proposal}?`, zh: `是不是 ${proposal}？` }
      : {
          en: `Use one of ${known.join(', ')}; put a backslash before the colon if it is plain text`,
          zh: `请用 ${known.join('、')} 之一；若只是普通文字，请在冒号前加反斜线`,
        },
})

/** Attributes in braces are known where they stand. */
export const attributeKnown = defineRule<{
  readonly attribute: string
  readonly owner: string
  readonly known: readonly string[]
  readonly proposal: string | undefined
}>({
  id: 'attribute-known',
  severity: 'error',
  message: ({ attribute, owner }) => ({
    en: `${owner} does not know the attribute ${attribute}`,
    zh: `${owner} 没有属性 ${attribute}`,
  }),
  note: ({ known, proposal }) =>
    proposal
      ? { en: `Did you mean ${proposal}?`, zh: `是不是 ${proposal}？` }
      : known.length > 0
        ? { en: `It knows ${known.join(', ')}`, zh: `可用的属性有 ${known.join('、')}` }
        : { en: 'It takes no attributes: delete the braces', zh: '它不带属性，请删去花括号' },
})

/** An attribute that must be there is. */
export const attributePresent = defineRule<{ readonly attribute: string; readonly example: string }>({
  id: 'attribute-present',
  severity: 'error',
  message: ({ attribute }) => ({ en: `The attribute ${attribute} is missing`, zh: `缺少属性 ${attribute}` }),
  note: ({ example }) => ({ en: `Write it like ${example}`, zh: `请写成 ${example}` }),
})

/** Braces that begin like attributes can be read to their end. */
export const attributesReadable = defineRule<{ readonly written: string }>({
  id: 'attributes-readable',
  severity: 'error',
  message: ({ written }) => ({
    en: `${written} cannot be read as attributes`,
    zh: `${written} 不能读作属性`,
  }),
  note: () => ({
    en: 'Write {#id .class key="value"} with spaces between; for plain text put a backslash before the brace',
    zh: '请写成 {#id .class key="value"}，各项以空格隔开；若只是普通文字，请在花括号前加反斜线',
  }),
})

/** A label in brackets stands only where it is printed. */
export const directiveLabel = defineRule<{ readonly name: string }>({
  id: 'directive-label',
  severity: 'error',
  message: ({ name }) => ({
    en: `:::${name} has no title, so the text in brackets would be lost`,
    zh: `:::${name} 没有标题，方括号里的文字会丢失`,
  }),
  note: () => ({ en: 'Move the text inside the block', zh: '请把这段文字移到块内' }),
})

/** A directive that marks text has text. */
export const directiveText = defineRule<{ readonly name: string }>({
  id: 'directive-text',
  severity: 'error',
  message: ({ name }) => ({ en: `“${name}” has nothing in it`, zh: `“${name}”里没有内容` }),
  note: () => ({ en: 'Write its text or delete it', zh: '请补上内容，或将其删除' }),
})

/** Blocks between fences (`:::`, ```` ``` ````, `$$`) are closed. */
export const fenceClosed = defineRule<{ readonly fence: string }>({
  id: 'fence-closed',
  severity: 'error',
  message: ({ fence }) => ({
    en: `The block that begins with ${fence} is never closed and takes in all text that follows`,
    zh: `以 ${fence} 开始的块没有结束，后面的文字都会被并入`,
  }),
  note: ({ fence }) => ({
    en: `Write ${fence} on a line of its own where the block ends; a block that holds another one needs more marks outside`,
    zh: `请在块末另起一行写 ${fence}；块中套块时，外层的标记要多于内层`,
  }),
})

/** A line that begins with `:::` opens or closes a container. */
export const fenceReadable = defineRule<{ readonly written: string }>({
  id: 'fence-readable',
  severity: 'error',
  message: ({ written }) => ({
    en: `The line “${written}” neither opens nor closes a block and would be printed as text`,
    zh: `“${written}”一行既不能开始也不能结束一个块，会被当作文字印出`,
  }),
  note: () => ({
    en: 'Write :::name[title]{#id} without a space after the colons, and close as many blocks as were opened',
    zh: '请写成 :::名称[标题]{#id}，冒号后不留空格；结束标记应与开始标记一一对应',
  }),
})

/** Quotations, lists and containers are not nested without end. */
export const nestingDepth = defineRule<{ readonly limit: number }>({
  id: 'nesting-depth',
  severity: 'error',
  message: ({ limit }) => ({
    en: `Quotations, lists or marks are nested more than ${limit} levels deep`,
    zh: `引文、列表或标记的嵌套超过 ${limit} 层`,
  }),
  note: () => ({ en: 'Nest less deeply', zh: '请减少嵌套' }),
})
