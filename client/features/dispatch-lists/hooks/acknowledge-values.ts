import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { WhistleLine } from '../whistle-types.ts';

/** What the server offers for one unit that owes an answer. */
export type AnswerOffer = inferRouterOutputs<AppRouter>['dispatch']['answers'][number];
export type AcknowledgeValues = {
  person: string;
  phone: string;
  /** when each unit comes, by the key of its offer */
  etas: Readonly<Record<string, Instant | undefined>>;
};

export const keyOf = ({ whistleId, unitId }: Pick<AnswerOffer, 'whistleId' | 'unitId'>) => `${whistleId} ${unitId}`;

/** The form as it opens: whom the person named last time, and for every whistle its own proposed time. */
export function firstAcknowledgeValues(offers: readonly AnswerOffer[], ownName: string): AcknowledgeValues {
  const contact = offers.find((offer) => offer.contact !== null)?.contact;
  return {
    person: contact?.person ?? ownName,
    phone: contact?.phone ?? '',
    etas: Object.fromEntries(offers.map((offer) => [keyOf(offer), offer.eta])),
  };
}

/** The answer of one unit to one whistle as the server reads it, unchecked. */
export function acknowledgeInput(
  line: Pick<WhistleLine, 'id' | 'version'>,
  { unitId, values, requestId }: { unitId: string; values: AcknowledgeValues; requestId: string },
) {
  const { person, phone, etas } = values;
  const eta = etas[`${line.id} ${unitId}`];
  const action = 'acknowledge';
  return { action, input: { unitId, person, phone, eta, requestId, whistleId: line.id, expectedVersion: line.version } };
}
