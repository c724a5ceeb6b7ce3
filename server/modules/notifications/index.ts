export { tellMarks } from './commands/tell-marks.ts';
export { notificationsCrontab, notificationTasks } from './notification-tasks.ts';
export { gatewayRoutes } from './receipts-endpoint.ts';
export { notificationsRouter } from './router.ts';
export { tellEvents } from './tell-events.ts';
