import { describe, expect, it } from 'vitest';
import { whistleCommand } from '#shared/dispatch/whistle-actions.ts';
import { type DepartmentId, departmentId, whistleId } from '#shared/kernel/ids.ts';
import { type AnswerOffer, acknowledgeInput, firstAcknowledgeValues, keyOf } from './acknowledge-values.ts';

const whistle = (no: number) => whistleId.parse(`0192f0c0-7a10-7000-8000-00000000000${no}`);
const [housing, works] = ['0192f0c0-7a10-7000-8000-000000000011', '0192f0c0-7a10-7000-8000-000000000012'].map((id) =>
  departmentId.parse(id),
);
const offer = (no: number, unitId: DepartmentId | undefined, more: Partial<AnswerOffer> = {}): AnswerOffer => {
  if (unitId === undefined) throw new Error('no unit');
  return { whistleId: whistle(no), unitId, eta: 1_000 * no, reportInBy: null, contact: null, ...more };
};

describe('the form of an answer', () => {
  it('opens with the contact of last time and a time for every whistle', () => {
    const contact = { person: '段雪', phone: '18800002643' };
    const offers = [offer(1, housing), offer(2, housing, { contact }), offer(2, works)];
    expect(firstAcknowledgeValues(offers, '钱国华')).toEqual({
      ...contact,
      etas: Object.fromEntries(offers.map((each) => [keyOf(each), each.eta])),
    });
  });
  it('opens with the own name for whoever answers for the first time', () => {
    expect(firstAcknowledgeValues([offer(1, housing)], '钱国华')).toMatchObject({ person: '钱国华', phone: '' });
  });
  it('sends every whistle its own time', () => {
    const offers = [offer(1, housing), offer(2, housing)];
    const values = { ...firstAcknowledgeValues(offers, '钱国华'), phone: '0730 222 1100' };
    const sent = offers.map(({ whistleId: id, unitId }) => {
      const requestId = '0192f0c0-7a10-7000-8000-000000000021';
      return whistleCommand.parse(acknowledgeInput({ id, version: 4 }, { unitId, values, requestId })).input;
    });
    expect(sent).toMatchObject([
      { eta: 1_000, person: '钱国华', expectedVersion: 4 },
      { eta: 2_000, person: '钱国华' },
    ]);
  });
});
