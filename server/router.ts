import { identityRouter } from './modules/identity/index.ts';
import { router } from './platform/trpc.ts';

/** Every procedure of the product. A new one needs a line in the permission matrix (testing/permission-matrix.test.ts). */
export const appRouter = router({
  identity: identityRouter,
});

export type AppRouter = typeof appRouter;
