import type { MarkStyle } from './lines.js'
/** The periodical as `issue.yaml` states it (期刊). Everything but the title is optional. */
export interface PeriodicalMetadata {
  readonly title: string
  readonly titleEn?: string | undefined
  readonly issn?: string | undefined
  /** 国内统一连续出版物号, the CN number. */
  readonly cn?: string | undefined
  readonly supervisor?: string | undefined
  readonly sponsor?: string | undefined
  readonly publisher?: string | undefined
  readonly editorInChief?: string | undefined
  readonly editors?: readonly string[] | undefined
  readonly frequency?: string | undefined
  readonly founded?: number | undefined
  readonly address?: string | undefined
  readonly postcode?: string | undefined
  readonly telephone?: string | undefined
  readonly email?: string | undefined
  readonly url?: string | undefined
  readonly printer?: string | undefined
  readonly distributor?: string | undefined
  readonly price?: string | undefined
}

/** A calendar date that may stop at the year or the month, as periodicals' dates do. */
export interface PartialDate {
  readonly year: number
  readonly month?: number | undefined
  readonly day?: number | undefined
}

/** Year, volume and number of one issue (GB/T 3179). */
export interface NumberMetadata {
  readonly year: number
  readonly volume?: number | undefined
  readonly number?: number | undefined
  readonly totalNumber?: number | undefined
  readonly doi?: string | undefined
  readonly date: PartialDate
}

export interface FeatureMetadata {
  readonly title: string
  readonly titleEn?: string | undefined
  readonly introduction?: string | undefined
}

/**
 * Where an article may begin: on a new page (另页), on an odd, right-hand one (另面), or below the end of the article before
 * (接排) where that page has room.
 */
export type ArticleStart = 'page' | 'recto' | 'run-on'

/** The rest of an article stands elsewhere (转页). */
export interface ArticleJump {
  /** Pages that stand in the article's own place; at least 1. */
  readonly pages: number
  /** Id of the article after whose end the rest stands: a later one. */
  readonly after: string
}

/** How the ebook is made; everything is off unless asked for. */
export interface EbookSetting {
  /** A second ebook, set vertically, with pages turned from left to right. */
  readonly vertical?: boolean | undefined
  /** Notes that pop up in 多看阅读 as well. */
  readonly duokan?: boolean | undefined
  /** Pictures of formulas beside their MathML, for readers that cannot set it. */
  readonly formulaPictures?: boolean | undefined
  /** An ONIX record in the package. */
  readonly onix?: boolean | undefined
  /** Longest side of pictures in px. */
  readonly imageSize?: number | undefined
}

/** Rendering intents (ICC.1:2010, 7.2.15). */
export type PressIntent = 'perceptual' | 'relative' | 'saturation' | 'absolute'

/** Marks outside of the trimmed page. */
export type PressMark = 'crop' | 'registration' | 'colour-bar' | 'slug'

/** A file of the issue's folder that `issue.yaml` names. */
export interface NamedFile {
  /** As it is written. */
  readonly path: string
  /** Absolute. */
  readonly file: string
  /** Where it is named, 1-based. */
  readonly line: number
  readonly column: number
}

/** How the press PDF is made. */
export interface PressSetting {
  /** The printer's ICC profile; absent: the free one that comes with Kanben. */
  readonly profile?: NamedFile | undefined
  /** Of colours without a name and of pictures; relative colorimetric by default. */
  readonly intent?: PressIntent | undefined
  /** On by default. */
  readonly blackPointCompensation?: boolean | undefined
  /** None by default: presses that impose by themselves want none. */
  readonly marks?: readonly PressMark[] | undefined
  /** Back cover, spine and front cover on a sheet of their own; none by default. */
  readonly cover?: CoverSetting | undefined
}

/** The sheet of the cover. The spine's width comes from `spine`, `paperThickness`, or `grammage` and `bulk`. */
export interface CoverSetting {
  /** The width itself, in mm. */
  readonly spine?: number | undefined
  /** Of one leaf, in mm. */
  readonly paperThickness?: number | undefined
  /** Of the paper, in g/m². */
  readonly grammage?: number | undefined
  /** Specific volume of the paper, in cm³/g (ISO 534). */
  readonly bulk?: number | undefined
  /** What stands on the back cover; nothing by default. */
  readonly back?: 'blank' | 'last-page' | undefined
}

export interface OutputOptions {
  readonly reading: boolean
  readonly press?: boolean | undefined
  readonly pressSetting?: PressSetting | undefined
  readonly ebook: boolean
  readonly ebookSetting?: EbookSetting | undefined
  readonly web?: boolean | undefined
  readonly archive?: boolean | undefined
}

export interface IssueMetadata {
  /** ASCII letters, digits and hyphens; every output file is named after it. */
  readonly id: string
  /** BCP 47. */
  readonly language: string
  /** Name of a folder in `templates/`, or an absolute path. */
  readonly theme: string
  readonly periodical: PeriodicalMetadata
  readonly issue: NumberMetadata
  readonly feature?: FeatureMetadata | undefined
  /** Path of the cover's picture, relative to the issue's folder. */
  readonly coverImage?: string | undefined
  readonly rights?: string | undefined
  /** Subjects of the issue as a whole; its articles' keywords come after them. */
  readonly subjects?: readonly string[] | undefined
  readonly output: OutputOptions
}

export type ArticleKind = 'article' | 'editors-note' | 'interview' | 'review' | 'news'

/** 一、（一）1. (1), or 1, 1.1, 1.1.1. */
export type HeadingNumbers = 'chinese' | 'decimal'

export interface Author {
  readonly name: string
  readonly nameEn?: string | undefined
  readonly affiliation?: string | undefined
  readonly position?: string | undefined
  /** Further posts of the same person. */
  readonly posts?: readonly string[] | undefined
  readonly orcid?: string | undefined
  readonly email?: string | undefined
  readonly corresponding?: boolean | undefined
  readonly bio?: string | undefined
}

/** One entry of 参考文献. */
export interface Reference {
  /** Unique in the article; `:cite[id]` points to it. */
  readonly id: string
  readonly text: string
}

export interface ArticleMetadata {
  readonly title: string
  readonly subtitle?: string | undefined
  readonly titleEn?: string | undefined
  readonly kind: ArticleKind
  readonly authors: readonly Author[]
  readonly abstract?: string | undefined
  readonly abstractEn?: string | undefined
  readonly keywords: readonly string[]
  readonly keywordsEn: readonly string[]
  /** 中图分类号. */
  readonly clc?: string | undefined
  /** 文献标识码. */
  readonly documentCode?: string | undefined
  /** 文章编号. */
  readonly articleId?: string | undefined
  readonly doi?: string | undefined
  readonly received?: string | undefined
  readonly accepted?: string | undefined
  readonly funding?: string | undefined
  readonly editor?: string | undefined
  /** Absent: headings have no numbers but those that are typed. */
  readonly headingNumbers?: HeadingNumbers | undefined
  /** 标点宽度 of this article where it differs from the theme's. */
  readonly markStyle?: MarkStyle | undefined
  readonly references: readonly Reference[]
}
