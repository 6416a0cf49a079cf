import type { ArticleMetadata, IssueMetadata } from '../../issue/index.js'
import { withResolvedMarks } from './resolve-marks.js'

/** The Chinese texts of an article's metadata with their marks resolved. */
export function resolveArticleMetadata(metadata: ArticleMetadata): ArticleMetadata {
  const { title, subtitle, abstract, keywords, funding, authors } = metadata
  return {
    ...metadata,
    title: withResolvedMarks(title),
    ...(subtitle !== undefined && { subtitle: withResolvedMarks(subtitle) }),
    ...(abstract !== undefined && { abstract: withResolvedMarks(abstract) }),
    ...(funding !== undefined && { funding: withResolvedMarks(funding) }),
    keywords: keywords.map(withResolvedMarks),
    authors: authors.map((author) =>
      author.bio === undefined ? author : { ...author, bio: withResolvedMarks(author.bio) },
    ),
  }
}

/** The same for what `issue.yaml` says about the feature. */
export function resolveIssueMetadata(metadata: IssueMetadata): IssueMetadata {
  const { feature } = metadata
  if (feature === undefined) return metadata
  const { title, introduction } = feature
  return {
    ...metadata,
    feature: {
      ...feature,
      title: withResolvedMarks(title),
      ...(introduction !== undefined && { introduction: withResolvedMarks(introduction) }),
    },
  }
}
