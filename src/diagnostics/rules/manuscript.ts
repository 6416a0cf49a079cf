import type { Bilingual } from '../rule.js'
import { defineRule } from '../rule.js'

/** The issue is a folder. */
export const issueFolderExists = defineRule<{
  readonly folder: string
  readonly problem: 'missing' | 'file' | 'unreadable'
}>({
  id: 'issue-folder-exists',
  severity: 'error',
  message: ({ folder, problem }) =>
    ({
      missing: { en: `There is no folder ${folder}`, zh: `没有文件夹 ${folder}` },
      file: { en: `${folder} is a file, not a folder`, zh: `${folder} 是文件，不是文件夹` },
      unreadable: { en: `The folder ${folder} cannot be read`, zh: `无法读取文件夹 ${folder}` },
    })[problem],
  note: () => ({
    en: 'Name the folder that holds issue.yaml',
    zh: '请给出含有 issue.yaml 的文件夹',
  }),
})

/** The folder has an `issue.yaml`. */
export const issueFileExists = defineRule<{ readonly nearest: string | undefined }>({
  id: 'issue-file-exists',
  severity: 'error',
  message: () => ({ en: 'There is no issue.yaml in this folder', zh: '文件夹里没有 issue.yaml' }),
  note: ({ nearest }) =>
    nearest === undefined
      ? {
          en: 'Write one: it names the periodical, the issue and its articles (docs/manuscript.md)',
          zh: '请写一份：其中写明刊名、期号和各篇文章（见 docs/manuscript.zh-CN.md）',
        }
      : { en: `Rename ${nearest} to issue.yaml`, zh: `请把 ${nearest} 改名为 issue.yaml` },
})

/** `issue.yaml` says something. */
export const issueFileFilled = defineRule({
  id: 'issue-file-filled',
  severity: 'error',
  message: () => ({ en: 'issue.yaml is empty', zh: 'issue.yaml 是空的' }),
  note: () => ({
    en: 'Write at least id, periodical.title, issue.year, issue.date and contents (docs/manuscript.md)',
    zh: '至少写明 id、periodical.title、issue.year、issue.date 和 contents（见 docs/manuscript.zh-CN.md）',
  }),
})

/** The contents name at least one article, and so does each section. */
export const contentsFilled = defineRule<{ readonly section: string | undefined }>({
  id: 'contents-filled',
  severity: 'error',
  message: ({ section }) =>
    section === undefined
      ? { en: 'The contents list no article', zh: '目次（contents）里没有文章' }
      : { en: `The section “${section}” lists no article`, zh: `栏目“${section}”里没有文章` },
  note: () => ({
    en: 'List the file names under articles:',
    zh: '请在 articles: 下列出文件名',
  }),
})

/** Every file that the contents list exists. */
export const articleExists = defineRule<{ readonly path: string; readonly nearest: string | undefined }>({
  id: 'article-exists',
  severity: 'error',
  message: ({ path }) => ({ en: `There is no file ${path}`, zh: `没有文件 ${path}` }),
  note: ({ nearest }) =>
    didYouMean(nearest, 'Add the file, or take it off the contents', '请补上文件，或从目次中删去'),
})

/** File names are written as they are, upper and lower case included: other systems tell them apart. */
export const articleNameExact = defineRule<{ readonly path: string; readonly actual: string }>({
  id: 'article-name-exact',
  severity: 'error',
  message: ({ path, actual }) => ({
    en: `The file is called ${actual}, not ${path}`,
    zh: `文件名是 ${actual}，不是 ${path}`,
  }),
  note: ({ actual }) => ({
    en: `Write ${actual}: upper and lower case differ on other systems`,
    zh: `请写 ${actual}：别的系统区分大小写`,
  }),
})

/** Why a path does not lead to a file of the issue. */
export type PathProblem = 'parent' | 'absolute' | 'backslash' | 'remote' | 'link'

/** Articles lie inside the issue's folder, also after symbolic links. */
export const articleInside = defineRule<{ readonly path: string; readonly problem: PathProblem }>({
  id: 'article-inside',
  severity: 'error',
  message: ({ path, problem }) => pathReason(path, problem),
  note: ({ problem }) => pathNote(problem),
})

/** An article is a file. */
export const articleIsFile = defineRule<{
  readonly path: string
  readonly problem: 'folder' | 'special' | 'unreadable'
}>({
  id: 'article-is-file',
  severity: 'error',
  message: ({ path, problem }) =>
    ({
      folder: { en: `${path} is a folder`, zh: `${path} 是文件夹` },
      special: { en: `${path} is not an ordinary file`, zh: `${path} 不是普通文件` },
      unreadable: { en: `${path} cannot be read`, zh: `无法读取 ${path}` },
    })[problem],
  note: ({ problem }) =>
    problem === 'unreadable'
      ? { en: 'Check its permissions', zh: '请检查文件权限' }
      : { en: 'Name a Markdown file', zh: '请写 Markdown 文件的名字' },
})

/** Articles are Markdown. */
export const articleIsMarkdown = defineRule<{ readonly path: string }>({
  id: 'article-is-markdown',
  severity: 'error',
  message: ({ path }) => ({ en: `${path} is not a Markdown file`, zh: `${path} 不是 Markdown 文件` }),
  note: () => ({
    en: 'Articles are files whose names end in .md',
    zh: '文章文件名以 .md 结尾；请先把稿件转为 Markdown',
  }),
})

/** An article stands in the contents once. */
export const articleOnce = defineRule<{ readonly path: string; readonly line: number }>({
  id: 'article-once',
  severity: 'error',
  message: ({ path, line }) => ({
    en: `${path} is listed twice; first in line ${line}`,
    zh: `${path} 列了两次，第一次在第 ${line} 行`,
  }),
  note: () => ({ en: 'Delete one of the two', zh: '请删去一处' }),
})

/** The rest of an article stands after a later article of the contents. */
export const jumpLeadsOn = defineRule<{
  readonly after: string
  readonly problem: 'missing' | 'earlier' | 'itself'
  readonly nearest: string | undefined
}>({
  id: 'jump-leads-on',
  severity: 'error',
  message: ({ after, problem }) =>
    ({
      missing: {
        en: `The rest of the article is to stand after ${after}, which the contents do not list`,
        zh: `文章余下的部分要排在 ${after} 之后，目次（contents）里却没有它`,
      },
      earlier: {
        en: `The rest of the article is to stand after ${after}, which comes before the article`,
        zh: `文章余下的部分要排在 ${after} 之后，它却排在本文之前`,
      },
      itself: {
        en: 'The rest of the article is to stand after the article itself',
        zh: '文章余下的部分要排在文章自己之后',
      },
    })[problem],
  note: ({ nearest }) =>
    didYouMean(nearest, 'Name an article that comes later in the contents', '请写目次中排在后面的一篇'),
})

/** An article has text. */
export const articleFilled = defineRule({
  id: 'article-filled',
  severity: 'warning',
  message: () => ({ en: 'The article has a title but no text', zh: '文章只有题名，没有正文' }),
  note: () => ({ en: 'Write the text below the metadata', zh: '请在元数据之后写正文' }),
})

/** Markdown files beside the articles are probably meant to be in the contents. */
export const articleListed = defineRule({
  id: 'article-listed',
  severity: 'info',
  message: () => ({
    en: 'The contents do not list this file, so it is not part of the issue',
    zh: '目次（contents）没有列出此文件，它不在本期之内',
  }),
  note: () => ({
    en: 'List it in issue.yaml, or let its name begin with _ if it is to stay out',
    zh: '请列入 issue.yaml；不刊用的文件，名字以 _ 开头即不再提示',
  }),
})

/** Proposes the nearest name, or else says what to do. */
export function didYouMean(nearest: string | undefined, en: string, zh: string): Bilingual {
  return nearest === undefined ? { en, zh } : { en: `Did you mean ${nearest}?`, zh: `是不是 ${nearest}？` }
}

/** What is wrong with a path, for articles and pictures alike. */
export function pathReason(path: string, problem: PathProblem): Bilingual {
  return {
    parent: { en: `${path} lies outside the issue's folder`, zh: `${path} 在本期文件夹之外` },
    absolute: { en: `${path} is an absolute path`, zh: `${path} 是绝对路径` },
    backslash: { en: `${path} is written with backslashes`, zh: `${path} 用了反斜杠` },
    remote: { en: `${path} is an address, not a file of the issue`, zh: `${path} 是网址，不是本期的文件` },
    link: {
      en: `${path} is a link that leads outside the issue's folder`,
      zh: `${path} 是指向本期文件夹之外的链接`,
    },
  }[problem]
}

/** What to do about it. */
export function pathNote(problem: PathProblem): Bilingual {
  return problem === 'backslash'
    ? { en: 'Write forward slashes: figures/x.svg', zh: '请用斜杠：figures/x.svg' }
    : {
        en: "Copy the file into the issue's folder and name it from there",
        zh: '请把文件复制到本期文件夹内，并从该文件夹写起',
      }
}
