export { notificationsRouter } from './router.ts';
export { tellEvents } from './tell-events.ts';
