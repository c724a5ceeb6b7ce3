import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { v7 } from 'uuid';
import { caseCommand } from '#shared/cases/cases-actions.ts';
import type { CaseKind, Urgency } from '#shared/cases/cases-schema.ts';
import { limitsFor } from '#shared/cases/limits.ts';
import { userId } from '#shared/kernel/ids.ts';
import type { Position } from '#shared/kernel/place.ts';
import { MINUTE } from '#shared/kernel/time.ts';
import { currentNow, useSession, useTimeWords, useTRPC } from '../../../platform/index.ts';
import type { CaseDetail, SuggestedUnit } from '../case-types.ts';
import { mayLead } from '../dispatch-rights.ts';
import { type ChosenUnits, useSuggestedUnits } from '../forms/units-field.tsx';
import { usePerform } from './use-perform.ts';

/** What the dispatcher decides about one report before it becomes a case. */
export type TriagePlan = {
  /** `scheme/code` */
  category: string;
  kind: CaseKind;
  urgency: Urgency;
  /** the corrected place; null = as reported */
  moved: Position | null;
  address: string;
  /** `null`: not decided yet; `other`: looked at, another matter; else the case to merge with */
  same: null | 'other' | { id: string; name: string };
  units: ChosenUnits;
};

type Outcome = { ok: true; dispatched: boolean } | { ok: false; error: unknown; registered: boolean };

const keyOf = ({ categoryScheme, categoryCode }: { categoryScheme: string; categoryCode: string }) => `${categoryScheme}/${categoryCode}`;

/** The three questions about a report, their usual answers, and the two commands they end in. */
export function useTriage(detail: CaseDetail) {
  const trpc = useTRPC();
  const { me } = useSession();
  const { writing } = useTimeWords();
  const perform = usePerform();
  const { snapshot } = detail;
  const [changed, setChanged] = useState<Partial<TriagePlan>>({});
  const [requestIds] = useState(() => ({ register: v7(), dispatch: v7() }));
  const categories = useQuery(trpc.categories.list.queryOptions({}));
  const { units } = useSuggestedUnits(snapshot.id);

  const category = changed.category ?? keyOf(snapshot);
  const entry = categories.data?.find((each) => `${each.scheme}/${each.code}` === category) ?? null;
  const facts = entry ?? detail.category;
  const communityDuty = facts?.communityDuty ?? false;
  const actor = me && { ...me, userId: userId.parse(me.userId) };
  const mine = (unit: SuggestedUnit) => actor !== null && mayLead(unit, { actor, snapshot, communityDuty });
  const open = units.filter((unit) => !unit.released);
  const first = open.find((unit) => unit.isDefault || unit.led > 0) ?? open.find(mine) ?? null;
  const plan: TriagePlan = {
    ...{ category, kind: snapshot.kind, urgency: facts?.defaultUrgency ?? 'normal', moved: null, address: '', same: null },
    units: { leadUnitId: first?.departmentId ?? null, supportUnitIds: [] },
    ...changed,
  };
  const lead = units.find((unit) => unit.departmentId === plan.units.leadUnitId) ?? null;
  const supports = units.filter((unit) => plan.units.supportUnitIds.includes(unit.departmentId));
  const dispatches = lead !== null && [lead, ...supports].every(mine);

  const limit = facts ? limitsFor(facts, plan.urgency).finish : null;
  // by the minute: the answer stays the same while the person reads
  const from = Math.floor(writing.now / MINUTE) * MINUTE;
  const due = useQuery(
    trpc.calendar.explain.queryOptions(
      { limit: limit ?? { amount: 1, unit: 'hours' }, from, holds: [] },
      { enabled: limit !== null, placeholderData: (before) => before },
    ),
  );

  const lng = plan.moved?.[0] ?? snapshot.point?.lng ?? null;
  const lat = plan.moved?.[1] ?? snapshot.point?.lat ?? null;
  const point = useMemo(() => (lng === null || lat === null ? null : { lng, lat }), [lng, lat]);
  const cut = category.lastIndexOf('/');
  const near = useQuery(
    trpc.cases.nearby.queryOptions(
      {
        point: point ?? { lng: 0, lat: 0 },
        categoryScheme: category.slice(0, cut),
        categoryCode: category.slice(cut + 1),
        except: snapshot.id,
      },
      { enabled: point !== null },
    ),
  );
  const candidates = point === null ? [] : (near.data ?? []);

  const run = async (): Promise<Outcome> => {
    const register = caseCommand.safeParse({
      action: 'register',
      input: {
        ...{ caseId: snapshot.id, expectedVersion: snapshot.version, requestId: requestIds.register },
        ...{ kind: plan.kind, urgency: plan.urgency, categoryScheme: category.slice(0, cut), categoryCode: category.slice(cut + 1) },
        point: plan.moved && { lng: plan.moved[0], lat: plan.moved[1], accuracyM: null, source: 'pin' },
        address: plan.address.trim() || null,
        duplicateOfId: typeof plan.same === 'object' && plan.same !== null ? plan.same.id : null,
        notDuplicate: plan.same === 'other',
      },
    });
    if (!register.success) return { ok: false, error: register.error, registered: false };
    let registered = false;
    try {
      const { version } = await perform.mutateAsync(register.data);
      registered = true;
      if (!dispatches) return { ok: true, dispatched: false };
      const dispatch = caseCommand.safeParse({
        action: 'dispatch',
        input: { caseId: snapshot.id, expectedVersion: version, requestId: requestIds.dispatch, ...plan.units },
      });
      if (!dispatch.success) return { ok: true, dispatched: false };
      await perform.mutateAsync(dispatch.data);
      return { ok: true, dispatched: true };
    } catch (error) {
      return { ok: false, error, registered };
    }
  };
  return {
    ...{ plan, point, candidates, units: open, lead, dispatches, limit, run, entry },
    categories: categories.data ?? [],
    due: due.data ?? null,
    undecided: candidates.length > 0 && plan.same === null,
    busy: perform.isPending,
    waitedMs: currentNow() - snapshot.reportedAt,
    change: (part: Partial<TriagePlan>) => setChanged((before) => ({ ...before, ...part })),
  };
}

export type Triage = ReturnType<typeof useTriage>;
