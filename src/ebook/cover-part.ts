import type { Root } from 'hast'
import type { Asset, IssueMetadata, Part } from '../issue/index.js'
import { issueTitle } from './issue-title.js'

/** The cover's document when its picture is drawn: the picture alone, its text told to those who cannot see it. */
export function coverPart(part: Part<Root>, image: Asset, metadata: IssueMetadata): Part<Root> {
  const { feature } = metadata
  const alt = `《${metadata.periodical.title}》${issueTitle(metadata).slice(metadata.periodical.title.length)}封面${feature ? `：${feature.title}` : ''}`
  const content: Root = {
    type: 'root',
    children: [
      {
        type: 'element',
        tagName: 'section',
        properties: { className: ['part', 'cover', 'cover-drawn'], id: part.id },
        children: [{ type: 'element', tagName: 'img', properties: { src: image.path, alt }, children: [] }],
      },
    ],
  }
  return { ...part, content }
}
