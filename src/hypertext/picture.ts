import type { Element } from 'hast'
import type { Image } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import {
  imageAlternative,
  imageAlternativeMeaningful,
  imageDestination,
  report,
} from '../diagnostics/index.js'
import { element } from '../issue/index.js'
import { resolvePath } from './resolve-path.js'
import type { Transformation } from './transformation.js'

const placeholder =
  /^(?:图|圖|图片|圖片|图像|照片|插图|示意图|配图|无标题|untitled|image|img|picture|photo|figure|fig|alt|todo)[\s\d_.（）()-]*$/i
const fileName = /^[^\s]+\.(?:svg|png|jpe?g|gif|webp)$/i

/** `img` with the asset's path; records the use and checks the alternative text. */
export function picture({ article, assetUses, file }: Transformation, state: State, node: Image): Element {
  const decorative = node.data?.attributes?.classes.includes('decorative') ?? false
  const alternative = (node.alt ?? '').trim()
  const path = isRemote(node.url) ? node.url : resolvePath(article.path, node.url)
  if (node.url === '') report(file, imageDestination, node, {})
  else assetUses.push({ path, position: node.position })
  if (alternative === '' && !decorative) report(file, imageAlternative, node, { path: node.url })
  if (placeholder.test(alternative) || fileName.test(alternative)) {
    report(file, imageAlternativeMeaningful, node, { alternative })
  }
  const result = element('img', {
    src: path,
    alt: decorative ? '' : alternative,
    role: decorative ? 'presentation' : undefined,
  })
  state.patch(node, result)
  return result
}

function isRemote(url: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:/.test(url) || url.startsWith('//')
}
