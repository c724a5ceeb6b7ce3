export { tellMarks } from './commands/tell-marks.ts';
export { notificationsRouter } from './router.ts';
export { tellEvents } from './tell-events.ts';
