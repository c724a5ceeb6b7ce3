import { actorProcedure, publicProcedure, router } from '#server/platform/trpc.ts';
import { passwordSignIn, phoneCodeRequest, phoneSignIn } from '#shared/identity/sign-in-schema.ts';
import { changePasswordInput, createStaffInput, resetPasswordInput, updateStaffInput } from '#shared/identity/staff-schema.ts';
import { changePassword } from './commands/change-password.ts';
import { createStaff } from './commands/create-staff.ts';
import { requestPhoneCode } from './commands/request-phone-code.ts';
import { resetPassword } from './commands/reset-password.ts';
import { setMyName, setMyNameInput } from './commands/set-my-name.ts';
import { signInWithCode } from './commands/sign-in-with-code.ts';
import { signInWithPassword } from './commands/sign-in-with-password.ts';
import { signOut } from './commands/sign-out.ts';
import { updateStaff } from './commands/update-staff.ts';
import { listStaff, listStaffInput } from './queries/list-staff.ts';
import { readDevelopmentInbox } from './queries/read-development-inbox.ts';
import { readMe } from './queries/read-me.ts';

export const identityRouter = router({
  me: publicProcedure.query(({ ctx }) => readMe(ctx)),
  signIn: publicProcedure.input(passwordSignIn).mutation(({ ctx, input }) => signInWithPassword(ctx, input)),
  requestCode: publicProcedure.input(phoneCodeRequest).mutation(({ ctx, input }) => requestPhoneCode(ctx, input)),
  signInWithCode: publicProcedure.input(phoneSignIn).mutation(({ ctx, input }) => signInWithCode(ctx, input)),
  signOut: publicProcedure.mutation(({ ctx }) => signOut(ctx)),
  developmentInbox: publicProcedure.input(phoneCodeRequest).query(({ ctx, input }) => readDevelopmentInbox(ctx, input)),
  changePassword: actorProcedure.input(changePasswordInput).mutation(({ ctx, input }) => changePassword(ctx, input)),
  setMyName: actorProcedure.input(setMyNameInput).mutation(({ ctx, input }) => setMyName(ctx, input)),
  staff: actorProcedure.input(listStaffInput).query(({ ctx, input }) => listStaff(ctx, input)),
  createStaff: actorProcedure.input(createStaffInput).mutation(({ ctx, input }) => createStaff(ctx, input)),
  updateStaff: actorProcedure.input(updateStaffInput).mutation(({ ctx, input }) => updateStaff(ctx, input)),
  resetPassword: actorProcedure.input(resetPasswordInput).mutation(({ ctx, input }) => resetPassword(ctx, input)),
});
