import { z } from 'zod'

const text = z.string().min(1)
const date = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)

const author = z.strictObject({
  name: text,
  nameEn: text.optional(),
  affiliation: text.optional(),
  position: text.optional(),
  posts: z.array(text).optional(),
  orcid: text.optional(),
  email: text.optional(),
  corresponding: z.boolean().optional(),
  bio: text.optional(),
})

const article = z.strictObject({
  id: text.describe('ASCII; names the files about the article'),
  manuscript: text.describe("the manuscript's path in the issue's folder"),
  section: z.string().describe('栏目; empty when the article stands in none'),
  kind: z.enum(['article', 'editors-note', 'interview', 'review', 'news']),
  title: text,
  subtitle: text.optional(),
  titleEn: text.optional(),
  authors: z.array(author),
  abstract: text.optional(),
  abstractEn: text.optional(),
  keywords: z.array(text),
  keywordsEn: z.array(text),
  clc: text.optional().describe('中图分类号'),
  documentCode: text.optional().describe('文献标识码'),
  articleId: text.optional().describe('文章编号'),
  doi: text.optional(),
  received: date.optional(),
  accepted: date.optional(),
  funding: text.optional(),
  editor: text.optional(),
  firstPage: text.optional().describe('folio as printed'),
  lastPage: text.optional().describe('folio as printed'),
  references: z.array(z.strictObject({ id: text, text })),
  citation: text.describe('GB/T 7714'),
})

/** `issue.json`: the issue and its articles, without their texts. */
export const issueSchema = z
  .strictObject({
    $schema: text,
    format: z.literal('kanben-issue-1'),
    id: text,
    language: text.describe('BCP 47'),
    periodical: z.strictObject({
      title: text,
      titleEn: text.optional(),
      issn: text.optional(),
      cn: text.optional().describe('国内统一连续出版物号'),
      supervisor: text.optional(),
      sponsor: text.optional(),
      publisher: text.optional(),
      editorInChief: text.optional(),
      editors: z.array(text).optional(),
      frequency: text.optional(),
      founded: z.number().int().optional(),
      address: text.optional(),
      postcode: text.optional(),
      telephone: text.optional(),
      email: text.optional(),
      url: text.optional(),
      printer: text.optional(),
      distributor: text.optional(),
      price: text.optional(),
    }),
    year: z.number().int(),
    volume: z.number().int().optional(),
    number: z.number().int().optional(),
    totalNumber: z.number().int().optional().describe('总期号'),
    date,
    feature: z
      .strictObject({ title: text, titleEn: text.optional(), introduction: text.optional() })
      .optional(),
    rights: text.optional(),
    address: text.optional().describe('of the web edition'),
    pages: z.number().int().nonnegative().describe('sheets of the print edition'),
    articles: z.array(article),
  })
  .meta({ title: 'Kanben issue', description: 'One issue of a periodical' })

export type IssueJson = z.infer<typeof issueSchema>
