import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 } from 'uuid';
import { caseInputs } from '#shared/cases/cases-actions.ts';
import type { CaseKind, CaseSource } from '#shared/cases/cases-schema.ts';
import { sourceRoles } from '#shared/cases/cases-table.ts';
import { titleOf } from '#shared/cases/title-of.ts';
import type { Position } from '#shared/kernel/place.ts';
import { readFailure, useSession, useTRPC } from '../../../platform/index.ts';
import { errorsByField, type FormErrors } from '../../form-parts/index.ts';

/** What a caller said, as it is being written down. */
export type NewCase = {
  source: CaseSource;
  category: string | null;
  kind: CaseKind;
  title: string;
  text: string;
  address: string;
  point: Position | null;
  name: string;
  phone: string;
  livelihood: boolean;
};

/** Sources a desk registers under; which of them a person may use is in the table of the lifecycle. */
const deskSources: readonly CaseSource[] = ['hotline', 'council', 'visit'];

/** A report taken by phone or at a meeting: its fields, their errors, and the writing itself. */
export function useNewCase(onDone: (caseId: string) => void) {
  const trpc = useTRPC();
  const { me } = useSession();
  const queryClient = useQueryClient();
  const roles = me?.posts.map((post) => post.role) ?? [];
  const sources = deskSources.filter((source) => sourceRoles[source].some((role) => roles.includes(role)));
  const categories = useQuery(trpc.categories.list.queryOptions({}));
  const [ids] = useState(() => ({ caseId: v7(), requestId: v7() }));
  const [values, setValues] = useState<NewCase>({
    ...{ source: 'hotline', category: null, kind: 'help', title: '', text: '', address: '', point: null, name: '', phone: '' },
    livelihood: false,
  });
  const [errors, setErrors] = useState<FormErrors>({});
  const submit = useMutation(
    trpc.cases.submit.mutationOptions({
      onSuccess: ({ caseId }) => {
        void queryClient.invalidateQueries({ queryKey: trpc.cases.pathKey() });
        onDone(caseId);
      },
      onError: (error) => {
        const why = readFailure(error);
        if (why.kind === 'invalid') setErrors(errorsByField(why.issues));
      },
    }),
  );
  const source = sources.includes(values.source) ? values.source : (sources[0] ?? 'hotline');
  const send = () => {
    const cut = values.category?.lastIndexOf('/') ?? -1;
    const phone = values.phone.replace(/[\s-]/g, '');
    const read = caseInputs.submit.safeParse({
      ...ids,
      ...{ source, kind: values.kind, text: values.text, address: values.address, livelihood: values.livelihood },
      title: values.title.trim() || titleOf(values.text),
      categoryScheme: values.category?.slice(0, cut) ?? '',
      categoryCode: values.category?.slice(cut + 1) ?? '',
      point: values.point && { lng: values.point[0], lat: values.point[1], accuracyM: null, source: 'pin' },
      onBehalfOf: values.name.trim() === '' && phone === '' ? null : { name: values.name, phone: phone === '' ? null : phone },
    });
    if (read.success) {
      setErrors({});
      submit.mutate(read.data);
      return;
    }
    setErrors(errorsByField(read.error.issues.map(({ path, code, message }) => ({ path: path.join('.'), code, message }))));
  };
  return {
    ...{ values, errors, sources, source, send },
    categories: categories.data ?? [],
    busy: submit.isPending,
    error: submit.error,
    change: (part: Partial<NewCase>) => setValues((before) => ({ ...before, ...part })),
  };
}
