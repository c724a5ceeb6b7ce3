import { samplePost, T0 } from '../cases/case-samples.ts';
import { DAY, HOUR } from '../kernel/time.ts';
import type { WhistleGuard } from './whistle-guard-line.ts';
import { alsoOf, reviewer } from './whistle-guards-calling.ts';
import { HOUSING, URBAN, WATER, whistleActor } from './whistle-samples.ts';
import type { ScriptedWhistleStep } from './whistle-walk.ts';

const extension: ScriptedWhistleStep = ['requestExtension', 'leadHandler'];
const granted: ScriptedWhistleStep = ['grantExtension', 'streetOperator'];
const hold: ScriptedWhistleStep = ['requestHold', 'leadHead'];
const held: readonly ScriptedWhistleStep[] = [hold, ['approveHold', 'streetOperator'], ['resume', 'streetOperator']];
const bothPosts = (hat: 'leadHandler' | 'leadHead') => ({ ...reviewer, userId: whistleActor(hat).userId });
const supervised: ScriptedWhistleStep = ['supervise', 'secretary'];
const received: ScriptedWhistleStep = ['receiveSupervision', 'leadHead'];
const replied: ScriptedWhistleStep = ['replySupervision', 'leadHead'];
const settled: readonly ScriptedWhistleStep[] = [supervised, received, replied, ['closeSupervision', 'secretary']];
const order = (level: string) => ({ action: 'supervise', hat: 'streetOperator', input: { level } }) as const;
/** The head of the lead unit, secretary of the community besides. */
export const headIssues = { ...whistleActor('leadHead'), posts: [...whistleActor('leadHead').posts, samplePost('secretary')] };
/** The secretary who ordered it, in the unit's post by now. */
const orderedAndJoined = { ...whistleActor('leadHead'), userId: whistleActor('secretary').userId };
const voiding: ScriptedWhistleStep = ['requestVoid', 'secretary'];

/** Extension, hold, supervision, voiding: asked, judged by a second person, limited, counted. */
export const oversightGuards: readonly WhistleGuard[] = [
  { what: 'nothing asked', in: 'executing', step: { action: 'grantExtension', hat: 'streetOperator' }, refusal: 'nothingAsked' },
  {
    what: 'asked twice',
    in: 'executing',
    after: [extension],
    step: { action: 'requestExtension', hat: 'leadHandler' },
    refusal: 'extensionPending',
  },
  {
    what: 'one person asks and grants',
    in: 'executing',
    after: [extension],
    step: { action: 'grantExtension', hat: 'streetOperator', actor: bothPosts('leadHandler') },
    refusal: 'ownRequest',
  },
  {
    what: 'asked after the one granted',
    in: 'executing',
    after: [extension, granted],
    step: { action: 'requestExtension', hat: 'leadHandler' },
    refusal: 'extensionUsed',
  },
  {
    what: 'asked again after a refusal',
    in: 'executing',
    after: [extension, ['refuseExtension', 'streetOperator']],
    step: { action: 'requestExtension', hat: 'leadHandler' },
    refusal: 'ok',
  },
  {
    what: 'asked too late',
    in: 'executing',
    step: { action: 'requestExtension', hat: 'leadHandler', now: T0 + 6 * DAY },
    refusal: 'extensionLate',
  },
  {
    what: 'asked for too long',
    in: 'executing',
    step: { action: 'requestExtension', hat: 'leadHandler', input: { limit: { amount: 31, unit: 'naturalDays' } } },
    refusal: 'extensionTooLong',
  },
  {
    what: 'asked for as long as a form can say',
    in: 'executing',
    step: {
      ...{ action: 'requestExtension', hat: 'leadHandler', input: { limit: { amount: 100_000, unit: 'workingDays' } } },
      // an amount that cannot fit is refused before the calendar is walked
      context: {
        due: () => {
          throw new RangeError('no due time');
        },
      },
    },
    refusal: 'extensionTooLong',
  },
  {
    what: 'granted by somebody of the lead',
    in: 'executing',
    after: [extension],
    step: { action: 'grantExtension', hat: 'streetOperator', actor: alsoOf(HOUSING) },
    refusal: 'ownInterest',
  },
  {
    what: 'granted by somebody of a support',
    in: 'executing',
    after: [extension],
    step: { action: 'grantExtension', hat: 'streetOperator', actor: alsoOf(URBAN) },
    refusal: 'ok',
  },
  {
    what: 'held by somebody of the lead',
    in: 'executing',
    after: [hold],
    step: { action: 'approveHold', hat: 'streetOperator', actor: alsoOf(HOUSING) },
    refusal: 'ownInterest',
  },
  {
    what: 'supervised to the end of the calendar',
    in: 'blown',
    step: { action: 'supervise', hat: 'secretary', input: { until: Date.parse('2500-12-31') } },
    refusal: 'dateTooFar',
  },
  {
    what: 'somebody of the unit judges its reply',
    in: 'blown',
    after: [supervised, received, replied],
    step: { action: 'closeSupervision', hat: 'streetOperator', actor: alsoOf(HOUSING) },
    refusal: 'ownReply',
  },
  { what: 'held twice asked', in: 'executing', after: [hold], step: { action: 'requestHold', hat: 'leadHead' }, refusal: 'holdPending' },
  {
    what: 'held a third time',
    in: 'executing',
    after: [...held, ...held],
    step: { action: 'requestHold', hat: 'leadHead' },
    refusal: 'holdsUsed',
  },
  {
    what: 'reviewed in two months',
    in: 'executing',
    step: { action: 'requestHold', hat: 'leadHead', input: { nextReviewAt: T0 + 31 * DAY } },
    refusal: 'reviewDateInvalid',
  },
  {
    what: 'approved past the review',
    in: 'executing',
    after: [hold],
    step: { action: 'approveHold', hat: 'streetOperator', now: T0 + 10 * DAY },
    refusal: 'reviewDateInvalid',
  },
  {
    what: 'one person asks and holds',
    in: 'executing',
    after: [hold],
    step: { action: 'approveHold', hat: 'streetOperator', actor: bothPosts('leadHead') },
    refusal: 'ownRequest',
  },
  {
    what: 'supervised to a past day',
    in: 'blown',
    step: { action: 'supervise', hat: 'secretary', input: { until: T0 } },
    refusal: 'dateInPast',
  },
  { what: 'supervised a stranger', in: 'blown', step: { action: 'supervise', hat: 'secretary', unit: WATER }, refusal: 'unitUnknown' },
  { what: 'supervised no stronger', in: 'blown', after: [supervised], step: order('normal'), refusal: 'supervisionNotStronger' },
  {
    what: 'the other unit is supervised besides',
    in: 'blown',
    after: [supervised],
    step: { ...order('normal'), unit: URBAN },
    refusal: 'ok',
  },
  { what: 'final at once', in: 'blown', step: order('final'), refusal: 'supervisionFinalFirst' },
  {
    what: 'final by the community',
    in: 'blown',
    after: [supervised],
    step: { action: 'supervise', hat: 'secretary', input: { level: 'final' } },
    refusal: 'supervisionFinalByStreet',
  },
  { what: 'final by the street', in: 'blown', after: [supervised], step: order('final'), refusal: 'ok' },
  {
    what: 'a seventh order',
    in: 'blown',
    after: Array.from({ length: 6 }, () => settled).flat(),
    step: { ...order('normal'), unit: HOUSING },
    refusal: 'supervisionsUsed',
  },
  { what: 'nothing to sign for', in: 'blown', step: { action: 'receiveSupervision', hat: 'leadHead' }, refusal: 'supervisionNone' },
  {
    what: 'signed for twice',
    in: 'blown',
    after: [supervised, received],
    step: { action: 'receiveSupervision', hat: 'leadHead' },
    refusal: 'supervisionReceived',
  },
  {
    what: 'answered unsigned',
    in: 'blown',
    after: [supervised],
    step: { action: 'replySupervision', hat: 'leadHead' },
    refusal: 'supervisionNotReceived',
  },
  {
    what: 'answered twice',
    in: 'blown',
    after: [supervised, received, replied],
    step: { action: 'replySupervision', hat: 'leadHead' },
    refusal: 'supervisionReplied',
  },
  {
    what: 'answers an own order',
    in: 'blown',
    after: [supervised],
    step: { action: 'receiveSupervision', hat: 'leadHead', actor: orderedAndJoined },
    refusal: 'ownSupervision',
  },
  {
    what: 'orders the own unit',
    in: 'blown',
    step: { action: 'supervise', hat: 'secretary', actor: headIssues },
    refusal: 'ownInterest',
  },
  {
    what: 'settled unanswered',
    in: 'blown',
    after: [supervised, received],
    step: { action: 'closeSupervision', hat: 'secretary' },
    refusal: 'supervisionUnanswered',
  },
  {
    what: 'judges an own reply',
    in: 'blown',
    after: [supervised, received, replied],
    step: { action: 'closeSupervision', hat: 'secretary', actor: headIssues },
    refusal: 'ownReply',
  },
  {
    what: 'another secretary judges',
    in: 'blown',
    after: [supervised, received, replied],
    step: { action: 'closeSupervision', hat: 'secretary', actor: whistleActor('secretary', 1) },
    refusal: 'supervisionOfOthers',
  },
  {
    what: 'the street judges',
    in: 'blown',
    after: [supervised, received, replied],
    step: { action: 'returnSupervision', hat: 'streetOperator' },
    refusal: 'ok',
  },
  {
    what: 'judges the other unit',
    in: 'blown',
    after: [supervised, received, replied],
    step: { action: 'closeSupervision', hat: 'secretary', unit: URBAN },
    refusal: 'supervisionNone',
  },
  {
    what: 'judges a stranger',
    in: 'blown',
    after: [supervised, received, replied],
    step: { action: 'closeSupervision', hat: 'secretary', unit: WATER },
    refusal: 'unitUnknown',
  },
  {
    what: 'given back and answered again',
    in: 'blown',
    after: [supervised, received, replied, ['returnSupervision', 'secretary']],
    step: { action: 'replySupervision', hat: 'leadHead', now: T0 + HOUR },
    refusal: 'ok',
  },
  {
    what: 'voided by whoever asked',
    in: 'blown',
    after: [voiding],
    step: { action: 'approveVoid', hat: 'secretary' },
    refusal: 'ownRequest',
  },
  {
    what: 'voiding asked twice',
    in: 'blown',
    after: [voiding],
    step: { action: 'requestVoid', hat: 'streetOperator' },
    refusal: 'voidPending',
  },
  {
    what: 'withdrawn while voiding is asked',
    in: 'blown',
    after: [voiding],
    step: { action: 'withdraw', hat: 'secretary' },
    refusal: 'voidPending',
  },
  { what: 'voided with nothing asked', in: 'blown', step: { action: 'approveVoid', hat: 'streetOperator' }, refusal: 'nothingAsked' },
  { what: 'withdrawn once work has begun', in: 'executing', step: { action: 'withdraw', hat: 'secretary' }, refusal: 'notAllowedInState' },
];
