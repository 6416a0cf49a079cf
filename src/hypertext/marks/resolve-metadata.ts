import type { ArticleMetadata, IssueMetadata } from '../../issue/index.js'
import { withResolvedMarks } from './resolve-marks.js'

/** The Chinese texts of an article's metadata with their marks resolved. */
export function resolveArticleMetadata(metadata: ArticleMetadata, language: string): ArticleMetadata {
  const resolved = (text: string): string => withResolvedMarks(text, language)
  const { title, subtitle, abstract, keywords, funding, authors } = metadata
  return {
    ...metadata,
    title: resolved(title),
    ...(subtitle !== undefined && { subtitle: resolved(subtitle) }),
    ...(abstract !== undefined && { abstract: resolved(abstract) }),
    ...(funding !== undefined && { funding: resolved(funding) }),
    keywords: keywords.map(resolved),
    authors: authors.map((author) =>
      author.bio === undefined ? author : { ...author, bio: resolved(author.bio) },
    ),
  }
}

/** The same for what `issue.yaml` says about the feature. */
export function resolveIssueMetadata(metadata: IssueMetadata): IssueMetadata {
  const { feature, language } = metadata
  if (feature === undefined) return metadata
  const { title, introduction } = feature
  return {
    ...metadata,
    feature: {
      ...feature,
      title: withResolvedMarks(title, language),
      ...(introduction !== undefined && { introduction: withResolvedMarks(introduction, language) }),
    },
  }
}
