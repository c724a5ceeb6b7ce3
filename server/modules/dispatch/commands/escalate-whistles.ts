import { v5 } from 'uuid';
import type { ClockSubscriber } from '#server/modules/clocks/index.ts';
import { RefusalError } from '#server/platform/errors.ts';
import type { RequestId, WhistleId } from '#shared/kernel/ids.ts';
import { WHISTLE_AGGREGATE } from '../whistle-history.ts';
import { performInnerAction } from './perform-inner-action.ts';

/** Names the request of a mark, so that a job that runs twice escalates once. */
const MARKS = '6f1d7c52-6a35-4c3e-9f0e-0a8d5a4f2b11';

/** A limit of a whistle that was missed climbs to the street and then to the district (街道办事处条例 Art. 44): written into its history. */
export const escalateWhistles: ClockSubscriber = async (platform, marks) => {
  for (const { id, aggregateType, aggregateId, mark, key, holder } of marks) {
    if (aggregateType !== WHISTLE_AGGREGATE || (mark !== 'escalateStreet' && mark !== 'escalateDistrict')) continue;
    const whistleId = aggregateId as WhistleId;
    const requestId = v5(id, MARKS) as RequestId;
    const unitId = holder.kind === 'department' ? holder.departmentId : null;
    const to = mark === 'escalateStreet' ? 'street' : 'district';
    await performInnerAction(platform, {
      ...{ whistleId, requestId },
      command: ({ version }) => ({ action: 'escalate', input: { whistleId, requestId, expectedVersion: version, limit: key, unitId, to } }),
    }).catch(ignoreRefusal);
  }
};

/** The whistle ended between the mark and its job: there is nothing to climb with. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof RefusalError)) throw error;
}
