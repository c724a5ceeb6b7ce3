export { performWhistleAction } from './commands/perform-whistle-action.ts';
export { dispatchRouter } from './router.ts';
