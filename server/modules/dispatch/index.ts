export { escalateWhistles } from './commands/escalate-whistles.ts';
export { performWhistleAction } from './commands/perform-whistle-action.ts';
export { recomputeWhistleDues } from './commands/recompute-whistle-dues.ts';
export { whistleFileRoutes } from './file-routes.ts';
export { firstWhistleFault } from './queries/first-whistle-fault.ts';
export { dispatchRouter } from './router.ts';
export { type FileFault, verifyWhistleFile } from './verify-whistle-file.ts';
