import * as z from 'zod/mini';
import { appointmentId, departmentId, requestId, unitId, userId } from '../kernel/ids.ts';
import { storable } from '../kernel/storable-text.ts';
import { instant } from '../kernel/time.ts';
import { type Role, role } from './identity-schema.ts';
import { phone, username } from './sign-in-schema.ts';

/** Roles whose post is a department; every other role but resident and system needs a territory unit. */
export const departmentRoles = ['departmentHandler', 'departmentLead'] as const satisfies readonly Role[];

const isDepartmentRole = (value: Role) => departmentRoles.some((entry) => entry === value);

/** Roles an administrator may appoint. */
export const appointableRole = role.check(z.refine((value) => value !== 'resident' && value !== 'system'));

const holder = {
  role: appointableRole,
  unitId: z.nullable(unitId),
  departmentId: z.nullable(departmentId),
  deputy: z._default(z.boolean(), false),
};

/** A post to be given. Errors: `unitMissing`, `departmentMissing`, `periodInvalid`. */
export const appointInput = z
  .object({ requestId, appointmentId, userId, ...holder, validFrom: instant, validTo: z._default(z.nullable(instant), null) })
  .check(
    z.refine((post) => isDepartmentRole(post.role) || post.unitId !== null, { error: 'unitMissing', path: ['unitId'] }),
    z.refine((post) => !isDepartmentRole(post.role) || post.departmentId !== null, { error: 'departmentMissing', path: ['departmentId'] }),
    z.refine((post) => post.validTo === null || post.validTo > post.validFrom, { error: 'periodInvalid', path: ['validTo'] }),
  );
export type AppointInput = z.infer<typeof appointInput>;

/** The end of a post; the line stays in the history. */
export const endAppointmentInput = z.object({ requestId, appointmentId, validTo: instant });
export type EndAppointmentInput = z.infer<typeof endAppointmentInput>;

/** A new password: ten characters or more, no composition rules. */
export const newPassword = z.string().check(z.minLength(10, 'passwordTooShort'), z.maxLength(200, 'tooLong'));
const personName = z.string().check(storable(), z.trim(), z.minLength(1, 'required'), z.maxLength(60, 'tooLong'));

/** A staff account made by an administrator; the person changes the first password. */
export const createStaffInput = z.object({
  requestId,
  userId,
  username,
  name: personName,
  phone: z.nullable(phone),
  password: newPassword,
});
export type CreateStaffInput = z.infer<typeof createStaffInput>;

/** Changes of a staff account by an administrator. `phone` absent = as it is (the form shows it masked only), null = none. */
export const updateStaffInput = z.object({
  requestId,
  userId,
  name: personName,
  phone: z.optional(z.nullable(phone)),
  active: z.boolean(),
});
export type UpdateStaffInput = z.infer<typeof updateStaffInput>;

/** A first password set anew by an administrator; signs the person out everywhere. */
export const resetPasswordInput = z.object({ requestId, userId, password: newPassword });
export type ResetPasswordInput = z.infer<typeof resetPasswordInput>;

/** A person's own change of password. */
export const changePasswordInput = z.object({ currentPassword: z.string().check(z.minLength(1, 'required')), password: newPassword });
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;
