export { type LiveOptions, liveEndpoint } from './router.ts';
