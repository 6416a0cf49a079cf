import type { Part } from '../issue/index.js'

/**
 * How many parts come before the first article. Their pages (封面, 目次) carry no arabic folio and are not counted: the
 * first article begins on page 1. A publication without articles counts from its first page.
 */
export function frontPartCount(parts: readonly Pick<Part<unknown>, 'kind'>[]): number {
  const first = parts.findIndex((part) => part.kind === 'article')
  return first < 0 ? 0 : first
}

/** Whether a part must begin on a right-hand page. The first article does: folio 1 is a recto, whatever comes before. */
export function mustBeginRecto(
  parts: readonly Pick<Part<unknown>, 'kind' | 'start'>[],
  index: number,
): boolean {
  return parts[index]?.start === 'recto' || (index > 0 && index === frontPartCount(parts))
}
