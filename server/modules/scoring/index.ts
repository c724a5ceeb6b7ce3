export { type CommunityRates, monthRates, monthTally, type Rate } from './queries/month-rates.ts';
export { verifyScores } from './queries/verify-scores.ts';
export { scoringRouter } from './router.ts';
export { countRegistered, readScheme, readSchemeOf } from './scoring-store.ts';
export { scoringCrontab, scoringTasks } from './scoring-tasks.ts';
