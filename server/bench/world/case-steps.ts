import type { CaseAction, CaseCommand, CaseInput } from '#shared/cases/cases-actions.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { newId } from '../../platform/ids.ts';
import type { CommunityHand, TownCommunity } from './town-plan.ts';

/** A class whose steps ask for no photo: re-encoding pictures would hide what the database does. Teams handle it. */
export const TEAM_CATEGORY = { categoryScheme: 'local', categoryCode: 'neighbour.dispute' } as const;
/** The same for the departments. */
export const DEPARTMENT_CATEGORY = { categoryScheme: 'GB/T 30428', categoryCode: '13001' } as const;

export type CasePlan = {
  community: TownCommunity;
  category: typeof TEAM_CATEGORY | typeof DEPARTMENT_CATEGORY;
  text: string;
  point: { lng: number; lat: number };
};
export type CaseAt = { caseId: CaseId; version: number; now: Instant };
export type StepAction = Extract<
  CaseAction,
  | 'submit'
  | 'register'
  | 'decline'
  | 'dispatch'
  | 'sign'
  | 'contact'
  | 'submitFeedback'
  | 'inspectPass'
  | 'inspectFail'
  | 'tryCallback'
  | 'markUnreachable'
  | 'recordCallback'
>;

/** Who takes a step: the community's own people where its team leads, the street's and the department's where a department does. */
export function handOf(action: StepAction, { category }: CasePlan): CommunityHand {
  const byTeam = category === TEAM_CATEGORY;
  switch (action) {
    case 'submit':
    case 'recordCallback':
      return 'resident';
    case 'register':
    case 'decline':
      return 'dispatcher';
    case 'dispatch':
      return byTeam ? 'dispatcher' : 'streetOperator';
    case 'sign':
    case 'contact':
    case 'submitFeedback':
      return byTeam ? 'teamHandler' : 'handler';
    case 'inspectPass':
    case 'inspectFail':
      return 'gridWorker';
    case 'tryCallback':
    case 'markUnreachable':
      return 'callbackOfficer';
  }
}

/** The report a case begins with. */
export function reportOf({ category, text, point }: CasePlan, caseId: CaseId): CaseInput<'submit'> {
  return {
    ...{ caseId, requestId: newId(), kind: 'help', ...category, title: '', text, address: '建设路 12 号', unitId: null, photoIds: [] },
    point: { ...point, accuracyM: 8, source: 'gnss' },
    ...{ capturedAt: null, source: 'resident', onBehalfOf: null, livelihood: false },
  };
}

/** The command of a step on a case as it stands. */
export function commandOf(action: StepAction, { plan, at }: { plan: CasePlan; at: CaseAt }): CaseCommand {
  const { caseId, version: expectedVersion, now } = at;
  const on = { caseId, expectedVersion, requestId: newId<CaseInput<'sign'>['requestId']>() };
  const evidence = { photoIds: [], documentIds: [], position: null };
  switch (action) {
    case 'submit':
      return { action, input: reportOf(plan, caseId) };
    case 'register':
      return {
        action,
        input: {
          ...on,
          kind: 'help',
          urgency: 'normal',
          ...plan.category,
          point: null,
          address: null,
          unitId: null,
          duplicateOfId: null,
          notDuplicate: true,
        },
      };
    case 'decline':
      return { action, input: { ...on, reason: 'notWithinScope', note: '请向物业反映' } };
    case 'dispatch': {
      const { team, department } = plan.community;
      const leadUnitId = plan.category === TEAM_CATEGORY ? team : department;
      return { action, input: { ...on, leadUnitId, supportUnitIds: [], note: '请尽快处理' } };
    }
    case 'sign':
      return { action, input: on };
    case 'contact':
      return { action, input: { ...on, way: 'phone', outcome: 'reached', note: '已电话联系', contactAt: now } };
    case 'submitFeedback':
      return { action, input: { ...on, result: '已到现场处理完毕，双方达成一致', photoIds: [], costFen: null } };
    case 'inspectPass':
      return { action, input: { ...on, note: '已核实', ...evidence } };
    case 'inspectFail':
      return { action, input: { ...on, reason: '还没有处理好', ...evidence } };
    case 'tryCallback':
      return { action, input: { ...on, way: 'phone' } };
    case 'markUnreachable':
      return { action, input: on };
    case 'recordCallback':
      return { action, input: { ...on, solved: 'yes', rating: 5, note: '满意' } };
  }
}
