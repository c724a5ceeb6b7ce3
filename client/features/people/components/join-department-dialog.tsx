import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 } from 'uuid';
import { roleLabels } from '#shared/identity/identity.i18n.ts';
import { appointInput, departmentRoles } from '#shared/identity/staff-schema.ts';
import { defineTexts, useLabel, useLocale, useTimeWords, useTRPC } from '../../../platform/index.ts';
import { DateTimeInput, Select } from '../../../ui/desk-kit/index.ts';
import { Segmented, useToast } from '../../../ui/index.ts';
import { ConfirmDialog, layout, readInput, readWallText, useFieldErrors, wallTextOf } from '../../admin-parts/index.ts';
import type { StaffPerson } from '../person-types.ts';

const texts = defineTexts({
  title: { zh: '把{name}安排到部门', en: 'Place {name} in a department' },
  department: { zh: '部门', en: 'Department' },
  choose: { zh: '选一个部门', en: 'Choose a department' },
  as: { zh: '担任', en: 'As' },
  from: { zh: '从什么时候起', en: 'From' },
  effect: {
    zh: '从这时起看得到派给该部门的案件，经办人可以签收、联系和反馈。',
    en: 'From then on the person sees the cases sent to the department and may sign, contact and answer.',
  },
  act: { zh: '安排到部门', en: 'Place there' },
  done: { zh: '{name}已安排', en: '{name} is placed' },
});

type DepartmentRole = (typeof departmentRoles)[number];

export function JoinDepartmentDialog({ person, onClose }: { person: StaffPerson; onClose: () => void }) {
  const say = useLabel();
  const toast = useToast();
  const { locale } = useLocale();
  const { writing } = useTimeWords();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [ids] = useState(() => ({ requestId: v7(), appointmentId: v7() }));
  const [departmentId, setDepartmentId] = useState<string | null>(null);
  const [role, setRole] = useState<DepartmentRole>('departmentHandler');
  const [fromText, setFrom] = useState(() => wallTextOf(writing.timeZone, writing.now));
  const { errors, setErrors, takeFailure } = useFieldErrors();
  const departments = useQuery(trpc.territory.departments.queryOptions({}));
  const appoint = useMutation(
    trpc.territory.appoint.mutationOptions({
      onError: takeFailure,
      onSuccess: () => {
        for (const key of ['identity', 'territory']) void queryClient.invalidateQueries({ queryKey: [[key]] });
        toast.show({ text: say(texts.done, { name: person.name }) });
        onClose();
      },
    }),
  );
  const send = () => {
    const validFrom = readWallText(writing.timeZone, fromText);
    const read = readInput(appointInput, { ...ids, userId: person.userId, role, unitId: null, departmentId, validFrom });
    setErrors(read.ok ? {} : read.errors);
    if (read.ok) appoint.mutate(read.input);
  };
  return (
    <ConfirmDialog
      title={say(texts.title, { name: person.name })}
      act={say(texts.act)}
      busy={appoint.isPending}
      error={appoint.error}
      onAct={send}
      onClose={onClose}
    >
      <Select
        label={say(texts.department)}
        placeholder={say(texts.choose)}
        searchable
        data={(departments.data ?? []).map(({ id, name, code }) => ({ value: id, label: `${name[locale]} ${code}` }))}
        value={departmentId}
        error={errors.departmentId && say(errors.departmentId)}
        comboboxProps={{ withinPortal: false }}
        onChange={setDepartmentId}
      />
      <Segmented<DepartmentRole>
        label={say(texts.as)}
        segments={departmentRoles.map((value) => ({ value, label: say(roleLabels[value]) }))}
        value={role}
        onChange={setRole}
      />
      <DateTimeInput label={say(texts.from)} value={fromText} error={errors.validFrom && say(errors.validFrom)} onChange={setFrom} />
      <p className={layout.note}>{say(texts.effect)}</p>
    </ConfirmDialog>
  );
}
