export { identityCrontab, identityTasks } from './identity-tasks.ts';
export { maskedNamesOf } from './queries/masked-names-of.ts';
export { namesOf } from './queries/names-of.ts';
export { readActor, readActors } from './queries/read-actor.ts';
export { readSessionActor } from './queries/read-session-actor.ts';
export { identityRouter } from './router.ts';
