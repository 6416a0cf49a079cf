/**
 * A date as the Info dictionary writes it (ISO 32000-1, 7.9.4), in UTC.
 *
 * @param date seconds since 1970
 */
export function pdfDate(date: number): string {
  const iso = isoDate(date)
  return `D:${iso.slice(0, 19).replaceAll(/[-:T]/g, '')}Z`
}

/** The same as XMP writes it, without fractions of a second. */
export function isoDate(date: number): string {
  return `${new Date(date * 1000).toISOString().slice(0, 19)}Z`
}
