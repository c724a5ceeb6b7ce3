import type { WhistleEvent } from './whistle-events.ts';
import type { WhistleSnapshot } from './whistle-schema.ts';

type Drafted = Extract<WhistleEvent, { type: 'WhistleDrafted' }>;
type Matter = Extract<WhistleEvent, { type: 'WhistleRevised' }>['payload'];

/** What a draft says of its matter, as the state holds it. */
export function matterFields({ placed, ...rest }: Matter) {
  const { whistleType, title, reason, point, address, caseIds, leadUnitId, supportUnitIds, areaM2, persons } = rest;
  const { unitId, scopePath, communityId } = placed;
  return {
    ...{ whistleType, title, reason, point, address, caseIds, leadUnitId, supportUnitIds, areaM2, persons },
    ...{ unitId, scopePath, communityId },
  };
}

/** The state a whistle begins with. */
export function drafted({ payload, meta }: Drafted): WhistleSnapshot {
  return {
    id: payload.whistleId,
    version: meta.seq,
    state: 'drafted',
    whistleNo: payload.whistleNo,
    ...matterFields(payload),
    households: [],
    draftedAt: meta.at,
    draftedById: meta.actorId,
    lastEventAt: meta.at,
    blowAsked: null,
    returnReason: null,
    limits: null,
    blownAt: null,
    blownById: null,
    approvedById: null,
    units: [],
    acknowledgedAt: null,
    onSiteAt: null,
    opinionsDue: null,
    visit: null,
    opinions: 0,
    opinionsAt: null,
    planDue: null,
    plan: null,
    planApprovedAt: null,
    startedAt: null,
    finishDue: null,
    finishFrom: null,
    holds: [],
    results: {},
    workerIds: [],
    pairs: [],
    completedAt: null,
    verifyDue: null,
    acceptedAt: null,
    reworkCount: 0,
    fedBackAt: null,
    clearDue: null,
    clearedAt: null,
    extensionAsked: null,
    extensionCount: 0,
    holdAsked: null,
    heldAt: null,
    nextReviewAt: null,
    holdCount: 0,
    heldMs: 0,
    supervisionCount: 0,
    escalations: 0,
    voidAsked: null,
    endReason: null,
  };
}
