import { checkContainer } from './check-container.js'
import { checkMedia } from './check-media.js'
import { checkNavigation } from './check-navigation.js'
import { checkPackage } from './check-package.js'
import { checkPictures } from './check-pictures.js'
import { checkReferences } from './check-references.js'
import type { Finding } from './finding.js'
import { openBook } from './open-book.js'

/**
 * What validators do not notice, and what they do, without Java: undeclared files, lists out of order, SVG names in
 * the wrong case, placeholders for descriptions, empty fonts, doubled names, a compressed mimetype.
 *
 * @returns nothing for a good ebook
 * @throws {Error} if the bytes are no ZIP file at all
 */
export function checkEbook(bytes: Uint8Array): Finding[] {
  const { book, findings } = openBook(bytes)
  const checks = [checkContainer, checkMedia, checkPackage, checkReferences, checkNavigation, checkPictures]
  return [...findings, ...checks.flatMap((check) => check(book))]
}
