export { type ImportCasesInput, importCases } from './commands/import-cases.ts';
export { type District, readDistrict } from './queries/read-district.ts';
export { type ChainReport, verifyChains } from './queries/verify-chains.ts';
export { FileShapeError, type ReadProgress } from './read-rows.ts';
export type { CaseRowFault } from './replay-case-row.ts';
