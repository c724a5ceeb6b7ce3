import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 } from 'uuid';
import type { Role } from '#shared/identity/identity-schema.ts';
import { appointInput } from '#shared/identity/staff-schema.ts';
import { isSinglePost, rolesOfLevel } from '#shared/territory/post-roles.ts';
import { defineTexts, useLabel, useTimeWords, useTRPC } from '../../../platform/index.ts';
import { DateTimeInput } from '../../../ui/desk-kit/index.ts';
import { Checkbox, Field, Select } from '../../../ui/index.ts';
import { ConfirmDialog, layout, readInput, readWallText, UnsavedGuard, useFieldErrors, wallTextOf } from '../../admin-parts/index.ts';
import { PersonPicker } from '../../people/index.ts';
import { postTitle } from '../holder-words.ts';
import { useUnitChange } from '../hooks/use-unit-change.ts';
import type { Holder, UnitPage } from '../territory-types.ts';
import { RunningCases } from './running-cases.tsx';

const texts = defineTexts({
  title: { zh: '{unit}：任职', en: '{unit}: appoint' },
  titleReplace: { zh: '{unit}：换下{name}', en: '{unit}: replace {name}' },
  role: { zh: '担任', en: 'As' },
  deputy: { zh: '副职：正职空缺时代管', en: 'Deputy: answers while the post is vacant' },
  from: { zh: '从什么时候起', en: 'From' },
  to: { zh: '到什么时候止', en: 'Until' },
  openEnd: { zh: '可不填', en: 'may stay empty' },
  act: { zh: '任职', en: 'Appoint' },
  actReplace: { zh: '现在换人', en: 'Replace now' },
  onCases: {
    zh: '{unit}在办的 {n} 件随岗位走：到任起由新任接着办，时限不变，办过的记录不变。',
    en: '{n} running cases of {unit} follow the post: the new holder goes on with them from then on; limits and records stay.',
  },
  onOffice: {
    zh: '到任起看得到{unit}的案件，在办的 {n} 件照常。',
    en: 'From then on the person sees the cases of {unit}; the {n} running ones go on.',
  },
  replaceNow: { zh: '交接在同一时刻，岗位不会空缺，也不会两人同任。', en: 'Handed over at one instant: never vacant, never held twice.' },
  done: { zh: '任职已办', en: 'Appointed' },
});

/** Gives a post, or hands a single one over at one instant. */
export function AppointDialog({
  page,
  vacantRole,
  replaced,
  onClose,
}: {
  page: UnitPage;
  vacantRole: Role | null;
  replaced: Holder | null;
  onClose: () => void;
}) {
  const say = useLabel();
  const { writing } = useTimeWords();
  const trpc = useTRPC();
  const changed = useUnitChange();
  const { unit, ladder } = page;
  const roles = rolesOfLevel(unit.level);
  const [ids] = useState(() => ({ requestId: v7(), appointmentId: v7() }));
  const [role, setRole] = useState<Role | undefined>(replaced ? roles.find((each) => each === replaced.role) : (vacantRole ?? roles[0]));
  const [userId, setUserId] = useState<string | null>(null);
  // a post that is held takes a deputy only
  const [deputy, setDeputy] = useState(replaced === null && vacantRole === null && role !== undefined && isSinglePost(role));
  const [fromText, setFrom] = useState(() => wallTextOf(writing.timeZone, writing.now));
  const [toText, setTo] = useState('');
  const { errors, setErrors, takeFailure } = useFieldErrors();
  const onSuccess = () => {
    changed(say(texts.done));
    onClose();
  };
  const appoint = useMutation(trpc.territory.appoint.mutationOptions({ onError: takeFailure, onSuccess }));
  const replace = useMutation(trpc.territory.replaceHolder.mutationOptions({ onError: takeFailure, onSuccess }));
  const send = () => {
    const validFrom = readWallText(writing.timeZone, fromText);
    const validTo = toText === '' ? null : readWallText(writing.timeZone, toText);
    const post = { ...ids, userId, role, unitId: unit.id, departmentId: null, deputy, validFrom, validTo };
    const read = readInput(appointInput, post);
    setErrors(read.ok ? {} : read.errors);
    if (!read.ok) return;
    if (!replaced) return appoint.mutate(read.input);
    replace.mutate({ ...ids, unitId: unit.id, role: read.input.role, userId: read.input.userId });
  };
  const errorOf = (field: string) => errors[field] && say(errors[field]);
  const single = role !== undefined && isSinglePost(role);
  const note = single ? texts.onCases : texts.onOffice;
  return (
    <ConfirmDialog
      title={replaced ? say(texts.titleReplace, { unit: unit.name, name: replaced.name }) : say(texts.title, { unit: unit.name })}
      act={say(replaced ? texts.actReplace : texts.act)}
      busy={appoint.isPending || replace.isPending}
      error={appoint.error ?? replace.error}
      onAct={send}
      onClose={onClose}
    >
      {!replaced && (
        <Field label={say(texts.role)} error={errorOf('role')}>
          {(control) => (
            <Select<Role>
              {...control}
              options={roles.map((value) => ({ value, label: say(postTitle(ladder, value)) }))}
              value={role ?? ''}
              onChange={(next) => {
                setRole(next);
                setDeputy(false);
              }}
            />
          )}
        </Field>
      )}
      <PersonPicker value={userId} error={errorOf('userId')} onChange={setUserId} />
      {!replaced && single && (
        <Checkbox checked={deputy} onChange={(event) => setDeputy(event.target.checked)}>
          {say(texts.deputy)}
        </Checkbox>
      )}
      {replaced ? (
        <p className={layout.note}>{say(texts.replaceNow)}</p>
      ) : (
        <div className={layout.pair}>
          <DateTimeInput label={say(texts.from)} value={fromText} error={errorOf('validFrom')} onChange={setFrom} />
          <DateTimeInput
            label={say(texts.to)}
            description={say(texts.openEnd)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={toText}
            error={errorOf('validTo')}
            onChange={setTo}
          />
        </div>
      )}
      {!deputy && (
        <RunningCases unitId={unit.id} text={{ zh: note.zh.replace('{unit}', unit.name), en: note.en.replace('{unit}', unit.name) }} />
      )}
      <UnsavedGuard when={userId !== null && !appoint.isSuccess && !replace.isSuccess} />
    </ConfirmDialog>
  );
}
