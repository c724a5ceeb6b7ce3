export { escalateWhistles } from './commands/escalate-whistles.ts';
export { performWhistleAction } from './commands/perform-whistle-action.ts';
export { recomputeWhistleDues } from './commands/recompute-whistle-dues.ts';
export { dispatchRouter } from './router.ts';
