export { build, type BuildOptions, type BuildResult, type OutputKind } from './build.js'
export { check, type CheckResult } from './check.js'
export { doctor, type DoctorItem, type DoctorResult } from './doctor.js'
export type { PageStatistics } from './page-statistics.js'
