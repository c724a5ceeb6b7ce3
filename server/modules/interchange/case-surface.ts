export { caseAggregate, toCaseEvent } from '../cases/case-history.ts';
export { caseColumns, lockCase, updateCase } from '../cases/case-store.ts';
