import type { Publication } from '../../issue/index.js'
import { frontPartCount } from '../front-parts.js'
import { blankPageName, frontBlankPageName, pageName } from './page-name.js'

const marginBoxes = [
  'top-left-corner',
  'top-left',
  'top-center',
  'top-right',
  'top-right-corner',
  'right-top',
  'right-middle',
  'right-bottom',
  'bottom-right-corner',
  'bottom-right',
  'bottom-center',
  'bottom-left',
  'bottom-left-corner',
  'left-bottom',
  'left-middle',
  'left-top',
]

/**
 * Rules that the way of printing needs, whatever the theme: named pages, page counting, blank pages.
 *
 * - Front pages leave the counter `page` alone, so that the first article begins on page 1; those after the cover count `front` instead.
 *   (`counter-reset` on elements does not reach page counters in Chromium; an increment of 0 on a named page does.)
 * - On the screen nothing is displayed: laying out text that is only going to be printed costs a third of the time.
 */
export function documentCss(publication: Publication<unknown>): string {
  const front = frontPartCount(publication.parts)
  const rules = publication.parts.flatMap(({ id, kind }, index) => [
    `[data-part="${id}"] { page: ${pageName(id)} }`,
    ...(index < front
      ? [`@page ${pageName(id)} { counter-increment: page 0${kind === 'cover' ? '' : ' front 1'} }`]
      : []),
  ])
  const nothing = marginBoxes.map((box) => `@${box} { content: none }`).join(' ')
  return `@media screen { body { display: none } }
.part, .blank-page { break-before: page }
.part:first-child { break-before: auto }
.blank-page { page: ${blankPageName}; block-size: 1px }
.blank-page.front { page: ${frontBlankPageName} }
#kanben-destinations { display: none !important }
@page ${blankPageName} { ${nothing} }
@page ${frontBlankPageName} { counter-increment: page 0; ${nothing} }
${rules.join('\n')}
`
}
