import type { CaseAction } from '#shared/cases/cases-actions.ts';
import type { SentAction } from '#shared/dispatch/whistle-actions.ts';
import type { Role } from '#shared/identity/identity-schema.ts';

/** Who knocks: a role of the product, or somebody who has not signed in. The machine itself (`system`) never comes this way. */
export type Who = Exclude<Role, 'system'> | 'visitor';

const unitStaff = [
  'buildingHead',
  'estateGroupLeader',
  'gridWorker',
  'secretary',
  'dispatcher',
  'streetOperator',
  'inspector',
  'callbackOfficer',
  'auditor',
  'administrator',
] as const satisfies readonly Who[];
const departments = ['departmentHandler', 'departmentLead'] as const satisfies readonly Who[];
const staff = [...unitStaff, ...departments] as const;
const signedIn = ['resident', ...staff] as const;
const everybody = ['visitor', ...signedIn] as const;

/** All who report: everybody but auditors and department leads. An administrator brings in files of cases only. */
const reporters = signedIn.filter((who) => who !== 'auditor' && who !== 'departmentLead');
/** All who say something to a case: those who work on it and its applicant; auditors and administrators look on. */
const speakers = signedIn.filter((who) => who !== 'auditor' && who !== 'administrator');
/** Who answers for a community as a whole. */
const offices = ['secretary', 'dispatcher', 'streetOperator', 'inspector', 'callbackOfficer', 'auditor', 'administrator'] as const;
/** Who answers a supervision: the lead unit's people, or the community's while no unit leads. */
const answering = ['departmentHandler', 'departmentLead', 'secretary', 'dispatcher', 'gridWorker'] as const;
const nobody = [] as const;

export type Row = { inside: readonly Who[]; outside: readonly Who[] };
const row = (inside: readonly Who[], outside: readonly Who[] = nobody): Row => ({ inside, outside });
const open = row(everybody, everybody);
const members = row(signedIn, signedIn);

/**
 * Who may do what: every procedure, first for those whose post covers the object, then for those whose post does not (the same role in
 * another district, another resident, another department). Of a list it says who finds the object in it. Who is not named is refused.
 */
// biome-ignore format: a table
export const permissionMatrix: Readonly<Record<string, Row>> = {
  // procedure                      covers the object                                  does not
  // ------------------------------ -------------------------------------------------- ---------------
  'audit.list':               row(['auditor', 'administrator']),

  'calendar.current':         members,
  'calendar.days':            members,
  'calendar.explain':         members,
  'calendar.import':          row(['administrator']),

  'cases.submit':             row(reporters,                                           reporters),
  'cases.list':               row(signedIn),
  'cases.counts':             row(signedIn),
  'cases.map':                row(signedIn),
  'cases.nearby':             row(signedIn),
  'cases.byId':               row(staff),
  'cases.byNo':               row(staff),
  'cases.suggestUnits':       row(staff),
  'cases.explainDue':         row(signedIn),
  'cases.receipt':            row(signedIn),
  'cases.settings':           members,
  'cases.setSettings':        row(['administrator']),
  'cases.ownList':            row(['resident']),
  'cases.ownById':            row(['resident']),
  'cases.revealContact':      row(['resident', 'gridWorker', 'secretary', 'dispatcher', 'streetOperator', 'callbackOfficer']),

  'categories.list':          members,
  'categories.history':       members,
  'categories.revise':        row(['administrator']),
  'categories.retire':        row(['administrator']),

  'dashboards.overview':      row(['gridWorker', ...offices]),
  'dashboards.repeats':       row(['gridWorker', ...offices]),

  'dispatch.list':            row(staff),
  'dispatch.counts':          row(staff),
  'dispatch.stageCounts':     row(staff),
  'dispatch.map':             row(staff),
  'dispatch.byId':            row(staff),
  'dispatch.ofCase':          row(staff),
  'dispatch.suggestUnits':    row(['secretary', 'streetOperator']),
  'dispatch.visits':          row(staff),
  'dispatch.answers':         row(departments),
  'dispatch.figures':         row([...offices, ...departments]),
  'dispatch.figureWhistles':  row([...offices, ...departments]),
  'dispatch.figuresFile':     row([...offices, ...departments]),
  'dispatch.attendanceCode':  row(['secretary']),
  'dispatch.duties':          members,
  'dispatch.addDuty':         row(['administrator']),
  'dispatch.endDuty':         row(['administrator']),
  'dispatch.importDuties':    row(['administrator']),
  'dispatch.settings':        members,
  'dispatch.setSettings':     row(['administrator']),
  'dispatch.ofOwnCase':       row(['resident']),
  'dispatch.door':            open,
  'dispatch.sayAtDoor':       open,
  'dispatch.answerAtDoor':    open,
  'dispatch.slips':           row(['secretary', 'gridWorker']),

  'identity.me':              open,
  'identity.signIn':          open,
  'identity.requestCode':     open,
  'identity.signInWithCode':  open,
  'identity.signOut':         open,
  'identity.developmentInbox': open,
  'identity.changePassword':  members,
  'identity.setMyName':       row(['resident'],                                        ['resident']),
  'identity.staff':           row(['administrator']),
  'identity.createStaff':     row(['administrator'],                                   ['administrator']),
  'identity.updateStaff':     row(['administrator']),
  'identity.resetPassword':   row(['administrator']),

  'notifications.list':       members,
  'notifications.unreadCount': members,
  'notifications.markRead':   members,
  'notifications.preferences': members,
  'notifications.savePreferences': members,
  'notifications.sendTest':   members,
  'notifications.deadLetters': row(['administrator'],                                  ['administrator']),
  'notifications.settleDeadLetters': row(['administrator'],                            ['administrator']),

  'reporting.form':           open,
  'reporting.places':         open,
  'reporting.answerer':       open,

  'scoring.month':            row(offices),
  'scoring.cases':            row(offices),
  'scoring.excluded':         row(offices),
  'scoring.file':             row(offices),

  'territory.tree':           members,
  'territory.unit':           members,
  'territory.boundaryVersion': members,
  'territory.boundaries':     members,
  'territory.baseMap':        open,
  'territory.find':           members,
  'territory.place':          row(signedIn,                                            ['resident', ...departments]),
  'territory.gridCard':       open,
  'territory.departments':    members,
  'territory.checks':         row(unitStaff),
  'territory.tryBoundary':    row(['administrator']),
  'territory.createUnit':     row(['administrator']),
  'territory.renameUnit':     row(['administrator']),
  'territory.setLadder':      row(['administrator']),
  'territory.redrawBoundary': row(['administrator']),
  'territory.closeUnit':      row(['administrator']),
  'territory.import':         row(['administrator']),
  'territory.appoint':        row(['administrator']),
  'territory.endAppointment': row(['administrator']),
  'territory.replaceHolder':  row(['administrator']),
};

/**
 * `cases.act`, action by action (lifecycles D1), for those whose post covers the case; whoever's does not may do none of them.
 * Written by hand, not taken from the table the product decides by.
 */
// biome-ignore format: a table
export const actionMatrix: Readonly<Record<Exclude<CaseAction, 'submit'>, readonly Who[]>> = {
  requestVerification:  ['dispatcher'],
  answerVerification:   ['gridWorker', 'dispatcher', 'secretary'],
  register:             ['dispatcher'],
  decline:              ['dispatcher'],
  divert:               ['dispatcher'],
  selfHandle:           ['gridWorker'],
  dispatch:             ['dispatcher', 'streetOperator'],
  sign:                 ['departmentHandler'],
  object:               ['departmentLead'],
  upholdObjection:      ['streetOperator'],
  overruleObjection:    ['streetOperator'],
  contact:              ['departmentHandler'],
  requestExtension:     ['departmentHandler'],
  grantExtension:       ['streetOperator'],
  refuseExtension:      ['streetOperator'],
  requestHold:          ['departmentLead'],
  approveHold:          ['secretary', 'streetOperator'],
  refuseHold:           ['secretary', 'streetOperator'],
  resume:               ['departmentLead', 'secretary', 'streetOperator'],
  recordSupportResult:  ['departmentHandler'],
  submitFeedback:       ['departmentHandler'],
  inspectPass:          ['inspector', 'gridWorker'],
  inspectFail:          ['inspector', 'gridWorker'],
  tryCallback:          ['callbackOfficer'],
  recordCallback:       ['callbackOfficer', 'resident'],
  markUnreachable:      ['callbackOfficer'],
  reopen:               ['callbackOfficer'],
  requestVoid:          ['dispatcher'],
  approveVoid:          ['dispatcher', 'secretary', 'streetOperator'],
  refuseVoid:           ['dispatcher', 'secretary', 'streetOperator'],
  supervise:            ['secretary', 'streetOperator'],
  acknowledgeSupervision: answering,
  replySupervision:     answering,
  closeSupervision:     ['secretary', 'streetOperator'],
  returnSupervision:    ['secretary', 'streetOperator'],
  addNote:              speakers,
};

/** `dispatch.act`, action by action (lifecycles D2). Of a supporting unit's steps it names that unit's people. */
// biome-ignore format: a table
export const whistleMatrix: Readonly<Record<SentAction, readonly Who[]>> = {
  draft:                ['secretary', 'streetOperator'],
  revise:               ['secretary', 'streetOperator'],
  blow:                 ['secretary', 'streetOperator'],
  approveBlow:          ['streetOperator'],
  returnBlow:           ['streetOperator'],
  acknowledge:          departments,
  object:               ['departmentLead'],
  upholdObjection:      ['streetOperator'],
  overruleObjection:    ['streetOperator'],
  excuseUnit:           ['streetOperator'],
  summonSupport:        ['streetOperator'],
  reportIn:             departments,
  confirmReportIn:      ['secretary'],
  recordVisit:          ['secretary'],
  listHouseholds:       ['gridWorker', 'secretary'],
  addOpinion:           ['gridWorker', 'secretary'],
  closeOpinions:        ['gridWorker', 'secretary'],
  proposePlan:          ['departmentHandler'],
  agreePlan:            ['departmentHandler'],
  objectPlan:           ['departmentHandler'],
  approvePlan:          ['secretary', 'streetOperator'],
  start:                ['departmentHandler'],
  completeTask:         ['gridWorker', 'secretary', 'departmentHandler'],
  leave:                departments,
  complete:             ['departmentHandler'],
  acceptWork:           ['gridWorker', 'secretary', 'inspector'],
  rejectWork:           ['gridWorker', 'secretary', 'inspector'],
  tellResult:           ['gridWorker', 'secretary'],
  feedBack:             ['secretary'],
  rateUnit:             ['secretary', 'streetOperator'],
  rateWhistle:          departments,
  clear:                ['streetOperator'],
  withdraw:             ['secretary', 'streetOperator'],
  requestExtension:     ['departmentHandler'],
  grantExtension:       ['streetOperator'],
  refuseExtension:      ['streetOperator'],
  requestHold:          ['departmentLead'],
  approveHold:          ['streetOperator'],
  refuseHold:           ['streetOperator'],
  resume:               ['streetOperator', 'departmentLead'],
  supervise:            ['secretary', 'streetOperator'],
  receiveSupervision:   departments,
  replySupervision:     departments,
  closeSupervision:     ['secretary', 'streetOperator'],
  returnSupervision:    ['secretary', 'streetOperator'],
  requestVoid:          ['secretary', 'streetOperator'],
  approveVoid:          ['secretary', 'streetOperator'],
  refuseVoid:           ['secretary', 'streetOperator'],
  addNote:              ['gridWorker', 'secretary', 'streetOperator', ...departments],
};
/** Steps of a supporting unit: asked by its own people. */
export const supportSteps: ReadonlySet<SentAction> = new Set(['agreePlan', 'objectPlan', 'leave']);

/** Refusals that say "not you"; every other refusal came after the question of right was answered with yes. */
export const permissionRefusals: ReadonlySet<string> = new Set([
  'signInFirst',
  'notYourRole',
  'sourceNotYours',
  'outsideScope',
  'notFound',
  'caseUnknown',
  'contactHidden',
  'placeNotYours',
]);

export const everyone: readonly Who[] = everybody;
