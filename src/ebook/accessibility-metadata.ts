import type { Element } from 'xast'
import type { ContentFacts } from './chapter.js'
import { x } from '../issue/index.js'

/**
 * Discovery metadata (EPUB Accessibility 1.1 §3.3) that says what the content really has. No conformance is claimed:
 * that takes an evaluation by someone who signs it.
 */
export function accessibilityMetadata(facts: readonly ContentFacts[], hasPageList: boolean): Element[] {
  const some = (test: (fact: ContentFacts) => boolean) => facts.some(test)
  const pictures = sum(facts, 'pictures')
  const described = pictures === sum(facts, 'describedPictures')
  const hasMath = some((fact) => fact.hasMath)
  const features = [
    'structuralNavigation',
    'tableOfContents',
    'readingOrder',
    'displayTransformability',
    'unlocked',
    ...(pictures > 0 && described ? ['alternativeText'] : []),
    ...(some((fact) => fact.hasLongDescriptions) ? ['longDescription'] : []),
    ...(hasMath ? ['MathML'] : []),
    ...(some((fact) => fact.hasRuby) ? ['rubyAnnotations'] : []),
    ...(hasPageList ? ['pageBreakMarkers', 'pageNavigation'] : []),
  ]
  return [
    meta('schema:accessMode', 'textual'),
    ...(pictures > 0 ? [meta('schema:accessMode', 'visual')] : []),
    ...(described ? [meta('schema:accessModeSufficient', 'textual')] : []),
    ...(pictures > 0 ? [meta('schema:accessModeSufficient', 'textual,visual')] : []),
    ...features.map((feature) => meta('schema:accessibilityFeature', feature)),
    meta('schema:accessibilityHazard', 'none'),
    meta('schema:accessibilitySummary', summary(pictures, described, features)),
  ]
}

function summary(pictures: number, described: boolean, features: readonly string[]): string {
  const sentences = [
    '正文为可重排的文字，有标题层级、目次与地标导航，阅读顺序与印刷版一致',
    ...(pictures > 0 ? [described ? '所有图片都有替代文字' : '部分图片没有替代文字'] : []),
    ...(features.includes('longDescription') ? ['较复杂的图另有文字说明'] : []),
    ...(features.includes('MathML') ? ['公式以 MathML 写成'] : []),
    ...(features.includes('pageNavigation') ? ['标有印刷版的页码'] : []),
  ]
  return `${sentences.join('；')}。`
}

function sum(facts: readonly ContentFacts[], key: 'pictures' | 'describedPictures'): number {
  return facts.reduce((total, fact) => total + fact[key], 0)
}

function meta(property: string, value: string): Element {
  return x('meta', { property }, value)
}
