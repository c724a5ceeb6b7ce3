export { readActor } from './queries/read-actor.ts';
export { readSessionActor } from './queries/read-session-actor.ts';
