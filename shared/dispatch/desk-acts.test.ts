import { expect, it } from 'vitest';
import { type DeskAct, mayEver } from './desk-acts.ts';
import { type WhistleHat, whistleActor } from './whistle-samples.ts';

const acts = ['answer', 'object', 'dispatch', 'nextStep', 'contact'] satisfies DeskAct[];

it.each<[WhistleHat, DeskAct[]]>([
  ['leadHandler', ['answer', 'nextStep', 'contact']],
  ['leadHead', ['answer', 'object', 'nextStep']],
  ['streetOperator', ['dispatch']],
  ['secretary', []],
])('%s has keys for %j', (hat, own) => {
  expect(acts.filter((act) => mayEver(act, whistleActor(hat)))).toEqual(own);
});
