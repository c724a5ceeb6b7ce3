export { dashboardsRouter } from './router.ts';
