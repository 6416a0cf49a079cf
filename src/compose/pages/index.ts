export { composeArticle, composeGreedily } from './compose-article.js'
export { composeIssue, type IssueGalley } from './compose-issue.js'
export type { KnownPlans } from './issue-composer.js'
export type { Entry } from './task.js'
