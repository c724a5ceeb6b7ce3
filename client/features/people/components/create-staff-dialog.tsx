import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 } from 'uuid';
import { createStaffInput } from '#shared/identity/staff-schema.ts';
import { defineTexts, readFailure, useLabel, useTRPC } from '../../../platform/index.ts';
import { Field, TextInput } from '../../../ui/index.ts';
import { ConfirmDialog, layout, readInput, UnsavedGuard, useDraft, useFieldErrors } from '../../admin-parts/index.ts';
import { firstPassword } from '../first-password.ts';
import type { NewSecret } from './password-once.tsx';

const texts = defineTexts({
  title: { zh: '新建账号', en: 'Create an account' },
  act: { zh: '建账号，给出初始密码', en: 'Create and show the first password' },
  name: { zh: '姓名', en: 'Name' },
  username: { zh: '用户名', en: 'User name' },
  usernameHint: { zh: '字母、数字和 . _ -，登录用，建好不能改', en: 'Letters, digits and . _ -; used to sign in, not changed later' },
  phone: { zh: '工作电话', en: 'Work phone' },
  phoneHint: { zh: '网格员的工作电话会公开在楼道和居民页面', en: 'The work phone of a grid worker is public' },
  optional: { zh: '可不填', en: 'optional' },
  next: { zh: '建好后再任职：没有职务的账号看不到任何案件。', en: 'Give a post afterwards: an account without a post sees no case.' },
});

/** The schema of the procedure checks the form; a taken user name is said at its field. */
export function CreateStaffDialog({ onCreated, onClose }: { onCreated: (userId: string, secret: NewSecret) => void; onClose: () => void }) {
  const say = useLabel();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [ids] = useState(() => ({ requestId: v7(), userId: v7(), password: firstPassword() }));
  const { values, set, dirty } = useDraft({ name: '', username: '', phone: '' });
  const { errors, setErrors, takeFailure } = useFieldErrors();
  const create = useMutation(
    trpc.identity.createStaff.mutationOptions({
      onError: takeFailure,
      onSuccess: () => {
        void queryClient.invalidateQueries({ queryKey: [['identity', 'staff']] });
        onCreated(ids.userId, { name: values.name.trim(), username: values.username.trim(), password: ids.password });
      },
    }),
  );
  const failure = create.error ? readFailure(create.error) : null;
  const taken = failure?.kind === 'refused' && failure.code === 'usernameTaken';
  const send = () => {
    const read = readInput(createStaffInput, { ...values, phone: values.phone.trim() === '' ? null : values.phone, ...ids });
    setErrors(read.ok ? {} : read.errors);
    if (read.ok) create.mutate(read.input);
  };
  const errorOf = (field: keyof typeof values) => errors[field] && say(errors[field]);
  return (
    <ConfirmDialog
      title={say(texts.title)}
      act={say(texts.act)}
      busy={create.isPending}
      error={create.error}
      onAct={send}
      onClose={onClose}
    >
      <Field label={say(texts.name)} error={errorOf('name')}>
        {(control) => (
          <TextInput {...control} value={values.name} autoComplete="off" onChange={(event) => set('name', event.target.value)} />
        )}
      </Field>
      <Field label={say(texts.username)} hint={say(texts.usernameHint)} error={errorOf('username')}>
        {(control) => (
          <TextInput
            {...control}
            {...(taken ? { 'aria-invalid': true as const } : {})}
            value={values.username}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => set('username', event.target.value)}
          />
        )}
      </Field>
      <Field label={say(texts.phone)} hint={say(texts.phoneHint)} error={errorOf('phone')} optionalWord={say(texts.optional)}>
        {(control) => (
          <TextInput
            {...control}
            value={values.phone}
            type="tel"
            autoComplete="off"
            onChange={(event) => set('phone', event.target.value)}
          />
        )}
      </Field>
      <p className={layout.note}>{say(texts.next)}</p>
      <UnsavedGuard when={dirty && !create.isSuccess} />
    </ConfirmDialog>
  );
}
