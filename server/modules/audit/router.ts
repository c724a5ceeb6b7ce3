import { actorProcedure, router } from '#server/platform/trpc.ts';
import { listAuditInput } from '#shared/audit/audit-schema.ts';
import { listAudit } from './queries/list-audit.ts';

export const auditRouter = router({
  list: actorProcedure.input(listAuditInput).query(({ ctx, input }) => listAudit(ctx, input)),
});
