import type { CaseView } from '#shared/cases/case-queries.ts';
import type { Role } from '#shared/identity/identity-schema.ts';
import type { Label } from '#shared/kernel/label.ts';
import { defineTexts } from '../../platform/index.ts';
import { deskHref } from './hooks/desk-search.ts';

const texts = defineTexts({
  triage: { zh: '待受理', en: 'To accept' },
  inbox: { zh: '收件箱', en: 'Inbox' },
  cases: { zh: '案件', en: 'Cases' },
  objections: { zh: '异议与审批', en: 'Objections' },
  callbacks: { zh: '回访', en: 'Callbacks' },
  inspections: { zh: '待核查', en: 'To inspect' },
  secretary: { zh: '总览', en: 'Overview' },
  call: { zh: '登记来电', en: 'New call' },
  whistles: { zh: '吹哨', en: 'Whistles' },
  board: { zh: '看板', en: 'Board' },
  visits: { zh: '到场日程', en: 'Visits' },
});

export type DeskPlace = { href: string; path: string; label: Label };

const place = (path: string, label: Label, view?: CaseView): DeskPlace => ({ path, label, href: deskHref(path, view ? { view } : {}) });
const places = {
  secretary: place('/s', texts.secretary),
  triage: place('/d/triage', texts.triage),
  call: place('/d/new', texts.call),
  objections: place('/d/objections', texts.objections),
  callbacks: place('/d/callbacks', texts.callbacks),
  inspections: place('/d', texts.inspections, 'waitingInspection'),
  inbox: place('/d', texts.inbox, 'todo'),
  cases: place('/d', texts.cases, 'open'),
  whistles: place('/d/w', texts.whistles),
  ownWhistles: place('/s/w', texts.whistles),
  board: place('/d/board', texts.board),
  visits: place('/d/visits', texts.visits),
} as const;

/** The pages of each post, the first one being where its work starts; what a person may do is the server's answer, not this list's. */
const placesOfRole: Partial<Record<Role, readonly DeskPlace[]>> = {
  secretary: [places.secretary, places.ownWhistles, places.board, places.visits, places.cases],
  dispatcher: [places.triage, places.call, places.cases],
  streetOperator: [places.objections, places.whistles, places.board, places.visits, places.call, places.cases],
  departmentHandler: [places.inbox, places.whistles, places.visits],
  departmentLead: [places.inbox, places.whistles, places.visits],
  callbackOfficer: [places.callbacks, places.call, places.cases],
  inspector: [places.inspections, places.cases],
  auditor: [places.cases],
  administrator: [places.cases],
};

/** The pages in the bar of a person, each once. */
export function deskPlaces(roles: readonly Role[]): DeskPlace[] {
  const own = roles.flatMap((role) => placesOfRole[role] ?? []);
  return own.length > 0 ? [...new Set(own)] : [places.cases];
}

type ViewGroup = { label: Label; views: readonly CaseView[] };
const groupLabels = defineTexts({ mine: { zh: '收件', en: 'Mine' }, around: { zh: '在管', en: 'All of ours' } });

const department: readonly CaseView[][] = [
  ['todo', 'waitingSign', 'dueSoon', 'overdue'],
  ['inProgress', 'holds', 'waitingInspection', 'supervised', 'mine', 'all'],
];
const watching: readonly CaseView[][] = [
  ['open', 'overdue', 'dueSoon', 'newToday'],
  ['supervised', 'holds', 'requests', 'duplicates', 'all'],
];
const viewsOfRole: Partial<Record<Role, readonly (readonly CaseView[])[]>> = {
  departmentHandler: department,
  departmentLead: department,
  dispatcher: [
    ['todo', 'waitingAccept', 'waitingDispatch', 'newToday'],
    ['open', 'overdue', 'dueSoon', 'requests', 'duplicates', 'unplaced', 'provisional', 'mine', 'all'],
  ],
  streetOperator: [
    ['todo', 'waitingDispatch', 'requests', 'overdue'],
    ['open', 'dueSoon', 'holds', 'supervised', 'waitingInspection', 'unplaced', 'provisional', 'all'],
  ],
  callbackOfficer: [
    ['todo', 'waitingCallback'],
    ['overdue', 'open', 'mine', 'all'],
  ],
  inspector: [
    ['todo', 'waitingInspection'],
    ['open', 'mine', 'all'],
  ],
};

/** The named lists in the rail of a person. */
export function viewGroups(roles: readonly Role[]): ViewGroup[] {
  const known = roles.flatMap((role) => (viewsOfRole[role] ? [viewsOfRole[role]] : []));
  const own = known.length > 0 ? known : [watching];
  const first = [...new Set(own.flatMap((groups) => groups[0] ?? []))];
  const second = [...new Set(own.flatMap((groups) => groups[1] ?? []))].filter((view) => !first.includes(view));
  return [
    { label: groupLabels.mine, views: first },
    { label: groupLabels.around, views: second },
  ];
}
