import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Actor, type Role, roles } from '../identity/identity-schema.ts';
import { DAY } from '../kernel/time.ts';
import { availableActions } from './available-actions.ts';
import { applicant, LEAD, personId, SUPPORT, sampleActor, samplePost, T0, TEAM } from './case-samples.ts';
import { defaultCaseSettings } from './case-settings.ts';
import { caseIn } from './case-walk.ts';
import { caseActions } from './cases-actions.ts';
import { caseScope, caseVisible, mayAct, maySeeContact, type ScopeFacts, scopeFacts } from './cases-policy.ts';

const stranger = (role: Role, unitPath: string | null, departmentId: typeof LEAD | null = null): Actor => ({
  userId: personId(700),
  name: role,
  posts: [samplePost(role, { unitPath, departmentId })],
});
const placed: ScopeFacts = { ...scopeFacts(caseIn('inProgress')), scopePath: '/1/4/17/3/' };
const unplaced: ScopeFacts = { ...placed, scopePath: '/1/', unitId: null, leadUnitId: null, supportUnitIds: [] };
const sees = (actor: Actor, facts: ScopeFacts) => caseVisible(caseScope(actor), facts);

describe('who sees a case (lifecycles D9)', () => {
  it.each<[string, Actor, boolean, boolean]>([
    ['the applicant', applicant, true, true],
    ['another resident', stranger('resident', null), false, false],
    ['a building head of the building the case lies in', stranger('buildingHead', '/1/4/17/3/'), true, false],
    ['a building head next door', stranger('buildingHead', '/1/4/17/30/'), false, false],
    ['the grid worker', stranger('gridWorker', '/1/4/17/3/'), true, false],
    ['the grid worker of the next grid', stranger('gridWorker', '/1/4/17/4/'), false, false],
    ['the secretary', stranger('secretary', '/1/4/17/'), true, false],
    ['the secretary of another community', stranger('secretary', '/1/4/18/'), false, false],
    ['the dispatcher', stranger('dispatcher', '/1/4/17/'), true, true],
    ['a dispatcher elsewhere in the district', stranger('dispatcher', '/1/4/18/'), false, true],
    ['a dispatcher of another district', stranger('dispatcher', '/2/9/'), false, false],
    ['the street', stranger('streetOperator', '/1/4/'), true, true],
    ['another street', stranger('streetOperator', '/1/5/'), false, true],
    ['the lead unit', stranger('departmentHandler', null, LEAD), true, false],
    ['a support unit', stranger('departmentLead', null, SUPPORT), true, false],
    ['a unit that has nothing to do with it', stranger('departmentHandler', null, TEAM), false, false],
    ['an inspector of the community', stranger('inspector', '/1/4/17/'), true, false],
    ['an auditor of the district', stranger('auditor', '/1/'), true, true],
    ['an auditor of the street', stranger('auditor', '/1/4/'), true, false],
    ['the administrator', stranger('administrator', '/1/'), true, true],
    ['the system', stranger('system', null), true, true],
  ])('%s', (_, actor, ofPlaced, ofUnplaced) => {
    expect([sees(actor, placed), sees(actor, unplaced)]).toEqual([ofPlaced, ofUnplaced]);
  });

  it('gives a post without its unit or department nothing', () => {
    for (const role of roles.filter((entry) => entry !== 'system')) expect(sees(stranger(role, null), placed)).toBe(false);
  });

  it('joins the posts of one person: the union is never smaller than a part', () => {
    const path = fc.constantFrom('/1/', '/1/4/', '/1/4/17/', '/1/4/17/3/', '/1/4/18/', '/2/', null);
    const department = fc.constantFrom(LEAD, SUPPORT, TEAM, null);
    const anyPost = fc
      .record({ role: fc.constantFrom(...roles), unitPath: path, departmentId: department })
      .map(({ role, ...over }) => samplePost(role, over));
    const anyCase = fc.record({ scopePath: path.map((value) => value ?? '/1/'), unplaced: fc.boolean(), leadUnitId: department });
    fc.assert(
      fc.property(fc.array(anyPost, { maxLength: 4 }), anyCase, (posts, { scopePath, unplaced: loose, leadUnitId }) => {
        const facts = { ...placed, scopePath, leadUnitId, supportUnitIds: [], unitId: loose ? null : placed.unitId };
        const alone = posts.map((post) => sees({ userId: personId(700), name: '', posts: [post] }, facts));
        expect(sees({ userId: personId(700), name: '', posts }, facts)).toBe(alone.some(Boolean));
      }),
    );
  });
});

describe('who may act', () => {
  it('tells the role from the scope', () => {
    const snapshot = caseIn('inProgress');
    expect(mayAct({ action: 'supervise', actor: stranger('secretary', '/1/4/18/'), snapshot })).toBe('outsideScope');
    expect(mayAct({ action: 'supervise', actor: stranger('gridWorker', '/1/4/17/3/'), snapshot })).toBe('notYourRole');
    expect(mayAct({ action: 'supervise', actor: stranger('secretary', '/1/4/17/'), snapshot })).toBeNull();
  });

  it('keeps lead and support apart', () => {
    const snapshot = caseIn('inProgress');
    expect(mayAct({ action: 'submitFeedback', actor: stranger('departmentHandler', null, SUPPORT), snapshot })).toBe('outsideScope');
    expect(mayAct({ action: 'recordSupportResult', actor: stranger('departmentHandler', null, LEAD), snapshot })).toBe('outsideScope');
    expect(mayAct({ action: 'recordSupportResult', actor: stranger('departmentHandler', null, SUPPORT), snapshot })).toBeNull();
    expect(mayAct({ action: 'addNote', actor: stranger('departmentLead', null, SUPPORT), snapshot })).toBeNull();
  });

  it('lets only the applicant rate', () => {
    const snapshot = caseIn('closed');
    expect(mayAct({ action: 'recordCallback', actor: applicant, snapshot })).toBeNull();
    expect(mayAct({ action: 'recordCallback', actor: sampleActor('resident', 1), snapshot })).toBe('outsideScope');
  });

  it('lets auditors and administrators read, never write', () => {
    for (const role of ['auditor', 'administrator'] as const) {
      const actor = sampleActor(role);
      for (const action of caseActions.filter((entry) => entry !== 'submit'))
        expect(mayAct({ action, actor, snapshot: caseIn('reported') })).toBe('notYourRole');
    }
  });

  it('offers a duty dispatcher what the triage page draws', () => {
    expect(
      availableActions({ snapshot: caseIn('reported'), actor: sampleActor('dispatcher'), now: T0, settings: defaultCaseSettings }),
    ).toEqual(['requestVerification', 'register', 'decline', 'divert', 'requestVoid', 'addNote']);
  });
});

describe('contact data', () => {
  const shown = (actor: Actor, state: Parameters<typeof caseIn>[0], now = T0) => maySeeContact({ actor, snapshot: caseIn(state), now });

  it('opens to the unit with the signature', () => {
    const handler = stranger('departmentHandler', null, LEAD);
    expect([
      shown(handler, 'dispatched'),
      shown(handler, 'inProgress'),
      shown(stranger('departmentHandler', null, TEAM), 'inProgress'),
    ]).toEqual([false, true, false]);
  });

  it.each<[Role, string, boolean]>([
    ['gridWorker', '/1/4/17/3/', true],
    ['gridWorker', '/1/4/17/4/', false],
    ['secretary', '/1/4/17/', true],
    ['dispatcher', '/1/4/17/', true],
    ['callbackOfficer', '/1/4/17/', true],
    ['inspector', '/1/4/17/', false],
    ['buildingHead', '/1/4/17/3/', false],
    ['auditor', '/1/', false],
    ['administrator', '/1/', false],
  ])('%s of %s: %s', (role, path, expected) => {
    expect(shown(stranger(role, path), 'inProgress')).toBe(expected);
  });

  it('closes a year after the end for everybody but the applicant', () => {
    const secretary = stranger('secretary', '/1/4/17/');
    expect(shown(secretary, 'closed', T0 + 365 * DAY)).toBe(true);
    expect(shown(secretary, 'closed', T0 + 365 * DAY + 1)).toBe(false);
    expect(shown(secretary, 'declined', T0 + 365 * DAY + 1)).toBe(false);
    expect(shown(applicant, 'closed', T0 + 900 * DAY)).toBe(true);
  });
});
