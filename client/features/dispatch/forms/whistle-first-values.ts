import { activeUnits } from '#shared/dispatch/whistle-requirements.ts';
import type { SummonedUnit } from '#shared/dispatch/whistle-schema.ts';
import { HOUR, type Instant, MINUTE } from '#shared/kernel/time.ts';
import { type FormValues, firstOf } from '../../form-parts/index.ts';
import type { PageAction } from '../actions.tsx';
import type { WhistleDetail } from '../whistle-types.ts';
import { type UnitChoice, whistleFields } from './whistle-fields.ts';

type FormAction = Exclude<PageAction, 'revise'>;

/** The units a form offers: where they stand, and those this person may act for or judge. */
export function unitsToChoose(choice: UnitChoice, action: PageAction, detail: WhistleDetail): SummonedUnit[] {
  const mine = detail.unitsFor[action];
  return standing(choice, action, detail).filter(({ departmentId }) => mine?.includes(departmentId) ?? true);
}

function standing(choice: UnitChoice, action: PageAction, { snapshot, unitsFor }: WhistleDetail): SummonedUnit[] {
  const active = activeUnits(snapshot);
  switch (choice) {
    case 'own':
      return snapshot.units.filter(({ departmentId }) => unitsFor[action]?.includes(departmentId)).filter((unit) => owes(action, unit));
    case 'objected':
      return snapshot.units.filter(({ status }) => status === 'objected');
    case 'supports':
      return active.filter(({ side }) => side === 'support');
    case 'notArrived':
      return active.filter(({ arrival }) => arrival === null);
    case 'unrated':
      return active.filter(({ marks }) => marks === null);
    case 'active':
      return active;
    case 'supervised':
      return snapshot.units.filter((unit) => owes(action, unit));
  }
}

/** Whether the unit still has the step before it, so that a person of two units is not asked for a finished one. */
function owes(action: PageAction, unit: SummonedUnit): boolean {
  if (action === 'acknowledge') return unit.acknowledgedAt === null;
  if (action === 'reportIn') return unit.arrival === null;
  if (action === 'rateWhistle') return unit.whistleMarks === null;
  if (action === 'leave') return unit.status !== 'left';
  const { supervision } = unit;
  if (action === 'receiveSupervision') return supervision?.receivedAt === null;
  if (action === 'replySupervision') return supervision !== null && supervision.receivedAt !== null && supervision.reply === null;
  if (action === 'closeSupervision' || action === 'returnSupervision') return supervision?.closedAt === null && supervision.reply !== null;
  return true;
}

/** What the fields hold when a form opens: the usual answer where there is one, nothing where the person must decide. */
export function whistleFirstValues(action: FormAction, detail: WhistleDetail, now: Instant): FormValues {
  const values: Record<string, unknown> = {};
  const { snapshot } = detail;
  for (const field of whistleFields[action]) {
    const first = (() => {
      switch (field.kind) {
        case 'unit':
          return unitsToChoose(field.units, action, detail)[0]?.departmentId;
        case 'directory':
          return field.optional ? null : undefined;
        case 'reportIn':
        case 'household':
          return null;
        case 'attendance':
          return firstAttendance(detail);
        case 'signatures':
        case 'households':
        case 'topics':
        case 'taskChoice':
        case 'pairs':
          return [];
        case 'householdChoice':
          return snapshot.households.filter(({ told }) => told === null).map(({ id }) => id);
        case 'tasks':
          return snapshot.plan?.tasks ?? [];
        case 'task':
        case 'mark':
          return undefined;
        default:
          return firstOf(field, now);
      }
    })();
    if (first !== undefined) values[field.name] = first;
  }
  if (action === 'acknowledge') Object.assign(values, firstAnswer(detail));
  if (action === 'reportIn') values['code'] = null;
  if (action === 'recordVisit') values['from'] = firstArrival(detail) ?? Math.floor(now / MINUTE) * MINUTE - HOUR;
  return values;
}

/** The server's offer for the unit the form opens with; the work phone is the one this person gave last time. */
function firstAnswer(detail: WhistleDetail): FormValues {
  const unitId = unitsToChoose('own', 'acknowledge', detail)[0]?.departmentId;
  const offer = detail.answers.find((each) => each.unitId === unitId);
  return offer ? { eta: offer.eta, ...offer.contact } : {};
}

function firstArrival({ snapshot }: WhistleDetail): Instant | undefined {
  return snapshot.units.flatMap(({ arrival }) => (arrival ? [Math.floor(arrival.at / MINUTE) * MINUTE] : [])).toSorted((a, b) => a - b)[0];
}

/** A row for the community and for each unit that must come, with the person it named. */
function firstAttendance({ snapshot, people }: WhistleDetail) {
  const own = people.find(({ userId }) => userId === (snapshot.blownById ?? snapshot.draftedById));
  const units = activeUnits(snapshot).map(({ departmentId, contact }) => ({ departmentId, name: contact?.person ?? '' }));
  return [{ departmentId: null, name: own?.name ?? '' }, ...units];
}
