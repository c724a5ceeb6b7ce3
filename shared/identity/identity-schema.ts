import * as z from 'zod/mini';
import { appointmentId, departmentId, unitId, userId } from '../kernel/ids.ts';
import { instant } from '../kernel/time.ts';

/** Levels of the territory tree from the top down. */
export const unitLevels = ['district', 'street', 'community', 'grid', 'estate', 'building', 'household'] as const;
export const unitLevel = z.enum(unitLevels);
export type UnitLevel = z.infer<typeof unitLevel>;

/** Roles of the case lifecycle; `system` never signs in. */
export const roles = [
  'resident',
  'buildingHead',
  'estateGroupLeader',
  'gridWorker',
  'secretary',
  'dispatcher',
  'streetOperator',
  'departmentHandler',
  'departmentLead',
  'inspector',
  'callbackOfficer',
  'auditor',
  'administrator',
  'system',
] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

/**
 * A post (职务) in force: a role on a territory unit or in a department.
 * `unitPath` is the materialized path of the unit (`/1/4/17/`), so a subtree test is a prefix test.
 * A resident has one post without unit and department.
 */
export const post = z.object({
  appointmentId: z.nullable(appointmentId),
  role,
  unitId: z.nullable(unitId),
  unitPath: z.nullable(z.string()),
  unitLevel: z.nullable(unitLevel),
  departmentId: z.nullable(departmentId),
  deputy: z.boolean(),
});
export type Post = z.infer<typeof post>;

/** Who acts: one person with all posts that are in force at the instant of the request. */
export const actor = z.object({ userId, name: z.string(), posts: z.array(post) });
export type Actor = z.infer<typeof actor>;

/** One line of the history of a post: holder or deputy, from (included) to (excluded, null = open). */
export const appointment = z.object({
  id: appointmentId,
  userId,
  role,
  unitId: z.nullable(unitId),
  departmentId: z.nullable(departmentId),
  deputy: z.boolean(),
  validFrom: instant,
  validTo: z.nullable(instant),
});
export type Appointment = z.infer<typeof appointment>;
