export { composeArticle, composeGreedily } from './compose-article.js'
export { composeIssue, type IssueGalley, type KnownPlans } from './compose-issue.js'
export type { Entry } from './task.js'
