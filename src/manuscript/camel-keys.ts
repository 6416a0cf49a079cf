type Camel<Key extends string> = Key extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Key

/** The type with its keys in camelCase, at every depth. */
export type CamelKeys<Value> = Value extends readonly (infer Item)[]
  ? CamelKeys<Item>[]
  : Value extends object
    ? { [Key in keyof Value as Key extends string ? Camel<Key> : Key]: CamelKeys<Value[Key]> }
    : Value

/** `title-en` → `titleEn`: manuscripts write kebab-case, the program camelCase. */
export function camelKeys<Value>(value: Value): CamelKeys<Value> {
  // The compiler cannot follow a key's change at run time; the type above says the same as this code.
  return convert(value) as CamelKeys<Value>
}

function convert(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(convert)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      convert(each),
    ]),
  )
}
