export { closeLastMonth, closeMonth } from './commands/close-month.ts';
export { scoringRouter } from './router.ts';
