import type { Element, ElementContent, Properties } from 'hast'

/** A hast element. Properties that are `undefined` are left out. */
export function element(
  tagName: string,
  properties: Readonly<Record<string, Properties[string]>>,
  children: readonly ElementContent[] = [],
): Element {
  const present = Object.entries(properties).filter(([, value]) => value !== undefined)
  return { type: 'element', tagName, properties: Object.fromEntries(present), children: [...children] }
}

export function text(value: string): ElementContent {
  return { type: 'text', value }
}
