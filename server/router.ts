import { auditRouter } from './modules/audit/index.ts';
import { calendarRouter } from './modules/calendar/index.ts';
import { casesRouter, categoriesRouter } from './modules/cases/index.ts';
import { dashboardsRouter } from './modules/dashboards/index.ts';
import { dispatchRouter } from './modules/dispatch/index.ts';
import { identityRouter } from './modules/identity/index.ts';
import { notificationsRouter } from './modules/notifications/index.ts';
import { reportingRouter } from './modules/reporting/index.ts';
import { scoringRouter } from './modules/scoring/index.ts';
import { territoryRouter } from './modules/territory/index.ts';
import { router } from './platform/trpc.ts';

/** Every procedure of the product. A new one needs a line in the permission matrix (testing/permission-matrix.test.ts). */
export const appRouter = router({
  audit: auditRouter,
  calendar: calendarRouter,
  cases: casesRouter,
  categories: categoriesRouter,
  dashboards: dashboardsRouter,
  dispatch: dispatchRouter,
  identity: identityRouter,
  notifications: notificationsRouter,
  reporting: reportingRouter,
  scoring: scoringRouter,
  territory: territoryRouter,
});

export type AppRouter = typeof appRouter;
