export { liveEndpoint } from './router.ts';
