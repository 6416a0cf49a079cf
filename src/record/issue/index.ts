export { issueJson, issueJsonProblems, issueJsonSchema, issueSchemaName } from './issue-json.js'
