import { describe, expect, it } from 'vitest';
import type { casePayloads } from '../cases/cases-events.ts';
import { urgencies } from '../cases/cases-schema.ts';
import { caseNotices } from './case-notices.ts';
import { loudOf } from './notice-rules.ts';
import { noticeLabels, noticeText } from './notices.i18n.ts';

/** Written by hand: who hears of what, and the act that the link opens. `!` = urgent, `.` = inbox only. */
const expected: Record<keyof typeof casePayloads, readonly string[]> = {
  CaseReported: ['dispatcher register'],
  VerificationRequested: ['gridWorker answerVerification'],
  CaseVerified: ['dispatcher register'],
  CaseRegistered: ['followers', 'streetOperator dispatch'],
  CaseDeclined: ['followers', '.reporter'],
  CaseDiverted: ['followers', '.reporter'],
  CaseSelfHandled: ['followers', 'inspector inspectPass'],
  CaseDispatched: ['leadHandlers sign', 'leadUnit', 'supportUnits', '.followers'],
  CaseSigned: ['supportHandlers recordSupportResult', '.followers'],
  DispatchObjected: ['streetOperator overruleObjection'],
  ObjectionUpheld: ['streetOperator dispatch', '.namedUnit'],
  ObjectionOverruled: ['!namedHandlers sign', 'namedUnit'],
  ApplicantContacted: [],
  ExtensionRequested: ['streetOperator grantExtension'],
  ExtensionGranted: ['followers', '.asker'],
  ExtensionRefused: ['asker'],
  HoldRequested: ['secretary approveHold', 'streetOperator approveHold'],
  HoldRefused: ['asker'],
  CaseHeld: ['followers', '.leadUnit'],
  CaseResumed: ['leadHandlers submitFeedback', '.followers'],
  SupportResultRecorded: ['.leadHandlers'],
  FeedbackSubmitted: ['followers', 'inspector inspectPass'],
  CaseClosed: ['followers recordCallback', 'callbackOfficer recordCallback', '.leadUnit', '.reporter'],
  InspectionFailed: ['!leadHandlers submitFeedback', 'leadUnit', 'streetOperator dispatch', '.followers'],
  CallbackTried: ['.applicant'],
  CallbackRecorded: ['.leadUnit'],
  CallbackUnreachable: [],
  CaseReopened: ['!leadHandlers submitFeedback', 'leadUnit', 'streetOperator dispatch', 'followers'],
  VoidRequested: ['secretary approveVoid', 'dispatcher approveVoid'],
  VoidRefused: ['.asker'],
  CaseVoided: ['followers', '.leadUnit', '.asker'],
  SupervisionIssued: ['!leadUnit acknowledgeSupervision', '!secretary acknowledgeSupervision', '!dispatcher acknowledgeSupervision'],
  SupervisionReceived: ['.supervisor'],
  SupervisionReplied: ['supervisor closeSupervision'],
  SupervisionReturned: ['!leadUnit replySupervision', '!secretary replySupervision', '!dispatcher replySupervision'],
  SupervisionClosed: ['leadUnit', '.dispatcher'],
  NoteAdded: ['.leadHandlers', '.dispatcher'],
  DueRecomputed: [],
};
const marks = { quiet: '.', normal: '', urgent: '!', emergency: '!!' } as const;

describe('who is told of what', () => {
  it.each(Object.entries(expected))('%s', (type, lines) => {
    const rules = caseNotices[type as keyof typeof expected];
    expect(rules.map(({ to, loud, does }) => `${marks[loud]}${to}${does ? ` ${does}` : ''}`)).toEqual(lines);
  });

  it('raises tasks by the urgency of the matter, and nothing else', () => {
    const task = { kind: 'task', loud: 'normal' } as const;
    expect(urgencies.map((urgency) => loudOf(task, urgency))).toEqual(['emergency', 'urgent', 'normal', 'normal', 'normal']);
    expect(loudOf({ kind: 'task', loud: 'urgent' }, null)).toBe('urgent');
    expect(urgencies.map((urgency) => loudOf({ kind: 'answer', loud: 'quiet' }, urgency))).toEqual(urgencies.map(() => 'quiet'));
  });
});

describe('the sentences', () => {
  const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

  it('name number, unit and time only, alike in both languages', () => {
    for (const [topic, { zh, en }] of Object.entries(noticeLabels)) {
      expect(places(zh), topic).toEqual(places(en));
      expect(
        places(zh).every((place) => ['no', 'unit', 'due'].includes(place ?? '')),
        topic,
      ).toBe(true);
      expect(zh, topic).toMatch(/\p{Script=Han}/u);
      expect(en, topic).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('are whole whatever is known', () => {
    const unit = { zh: '房管所', en: 'Housing Office' };
    expect(noticeText('signed', { no: '2611-0003', unit, due: '11-20 15:00' }).zh).toBe('房管所已签收 2611-0003，11-20 15:00 前办结');
    for (const topic of Object.keys(noticeLabels)) {
      const { zh, en } = noticeText(topic as keyof typeof noticeLabels, {});
      expect(`${zh}${en}`, topic).not.toMatch(/[{}]/);
    }
  });
});
