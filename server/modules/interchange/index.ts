export { importCases } from './commands/import-cases.ts';
export { readDistrict } from './queries/read-district.ts';
export { type ChainReport, verifyChains } from './queries/verify-chains.ts';
export { type MonthsReport, verifyMonths } from './queries/verify-months.ts';
export { FileShapeError, type ReadProgress } from './read-rows.ts';
