export { readScoreSearch, type ScoreSearch } from './score-search.ts';
