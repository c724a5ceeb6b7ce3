export { reportingRouter } from './router.ts';
