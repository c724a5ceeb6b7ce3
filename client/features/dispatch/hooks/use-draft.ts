import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 } from 'uuid';
import type { WhistleType } from '#shared/dispatch/whistle-schema.ts';
import type { Position } from '#shared/kernel/place.ts';
import { readFailure, useTRPC, useTRPCClient } from '../../../platform/index.ts';
import { errorsByField, type FormErrors } from '../../form-parts/index.ts';
import { readWhistleForm } from '../forms/whistle-form-values.ts';
import type { WhistleDetail } from '../whistle-types.ts';

/** What a whistle is about while it is being written down. */
export type DraftValues = {
  whistleType: WhistleType;
  title: string;
  reason: string;
  address: string;
  point: Position | null;
  caseIds: readonly string[];
  leadUnitId: string | null;
  supportUnitIds: readonly string[];
  areaM2: string;
  persons: string;
};

/** A place the page fills in by itself as long as nobody typed anything. */
export type Prefilled = Pick<DraftValues, 'title' | 'address' | 'point'>;

const numberOf = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed));

function valuesOf(existing: WhistleDetail | null, caseIds: readonly string[], prefilled: Prefilled | null): DraftValues {
  if (existing) {
    const { whistleType, title, reason, address, point, leadUnitId, supportUnitIds, areaM2, persons } = existing.snapshot;
    return {
      ...{ whistleType, title, reason, address, leadUnitId, supportUnitIds, caseIds: existing.snapshot.caseIds },
      point: point && [point.lng, point.lat],
      areaM2: areaM2 === null ? '' : String(areaM2),
      persons: persons === null ? '' : String(persons),
    };
  }
  return {
    ...{
      whistleType: 'appeal',
      title: prefilled?.title ?? '',
      reason: '',
      address: prefilled?.address ?? '',
      point: prefilled?.point ?? null,
    },
    ...{ caseIds, leadUnitId: null, supportUnitIds: [], areaM2: '', persons: '' },
  };
}

type Input = {
  existing: WhistleDetail | null;
  caseIds: readonly string[];
  prefilled: Prefilled | null;
  /** the unit of the person's post, for a whistle without a point */
  placeId: string | null;
  onDone: (whistleId: string, blown: boolean) => void;
};

/** A whistle being drafted: its values, its errors in place, and 保存草稿 or 吹哨 in one go. */
export function useDraft({ existing, caseIds, prefilled, placeId, onDone }: Input) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const [ids] = useState(() => ({ whistleId: existing?.snapshot.id ?? v7(), draft: v7(), blow: v7() }));
  const [values, setValues] = useState<DraftValues>(() => valuesOf(existing, caseIds, prefilled));
  const [errors, setErrors] = useState<FormErrors>({});
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState<'save' | 'blow' | null>(null);
  // the version that stands on the server, so that a second try does not write the draft again
  const [saved, setSaved] = useState<{ version: number; values: DraftValues } | null>(null);

  const write = async (): Promise<number | null> => {
    if (saved?.values === values) return saved.version;
    const version = saved?.version ?? existing?.snapshot.version ?? 0;
    const read = readWhistleForm(
      version === 0 ? 'draft' : 'revise',
      {
        ...values,
        point: values.point && { lng: values.point[0], lat: values.point[1], accuracyM: null, source: 'pin' },
        placeId: values.point ? null : placeId,
        areaM2: numberOf(values.areaM2),
        persons: numberOf(values.persons),
      },
      { whistleId: ids.whistleId, expectedVersion: Math.max(1, version), requestId: version === 0 ? ids.draft : v7() },
    );
    if (!read.ok) {
      setErrors(read.errors);
      return null;
    }
    const done = await client.dispatch.act.mutate(read.command);
    setSaved({ version: done.version, values });
    return done.version;
  };
  const send = async (how: 'save' | 'blow') => {
    setError(null);
    setErrors({});
    setBusy(how);
    try {
      const version = await write();
      if (version === null) return;
      if (how === 'blow') {
        const blow = readWhistleForm('blow', {}, { whistleId: ids.whistleId, expectedVersion: version, requestId: ids.blow });
        if (blow.ok) await client.dispatch.act.mutate(blow.command);
      }
      onDone(ids.whistleId, how === 'blow');
    } catch (caught) {
      const why = readFailure(caught);
      if (why.kind === 'invalid') setErrors(errorsByField(why.issues));
      setError(caught);
    } finally {
      setBusy(null);
      await queryClient.invalidateQueries({ queryKey: trpc.dispatch.pathKey() });
    }
  };
  const change = (part: Partial<DraftValues>) => {
    setValues((before) => ({ ...before, ...part }));
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([key]) => !(key in part))));
  };
  return { values, errors, error, busy, change, send };
}
