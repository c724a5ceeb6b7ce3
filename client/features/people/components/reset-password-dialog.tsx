import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 } from 'uuid';
import { defineTexts, useLabel, useTRPC } from '../../../platform/index.ts';
import { ConfirmDialog } from '../../admin-parts/index.ts';
import { firstPassword } from '../first-password.ts';
import type { StaffPerson } from '../person-types.ts';
import type { NewSecret } from './password-once.tsx';

const texts = defineTexts({
  title: { zh: '给{name}重设初始密码', en: 'Set a new first password for {name}' },
  text: {
    zh: '原来的密码马上作废，{name}会在所有设备退出。平板上还没发出的记录留在平板里，重新登录后继续发送。',
    en: 'The old password ends at once and {name} is signed out everywhere. Records waiting on a tablet stay there and are sent after signing in again.',
  },
  act: { zh: '重设并显示新密码', en: 'Set and show the new one' },
});

export function ResetPasswordDialog({
  person,
  onDone,
  onClose,
}: {
  person: StaffPerson;
  onDone: (secret: NewSecret) => void;
  onClose: () => void;
}) {
  const say = useLabel();
  const trpc = useTRPC();
  const [ids] = useState(() => ({ requestId: v7(), password: firstPassword() }));
  const { name, username, userId } = person;
  const done = () => {
    onClose();
    onDone({ name, username, password: ids.password });
  };
  const reset = useMutation(trpc.identity.resetPassword.mutationOptions({ onSuccess: done }));
  return (
    <ConfirmDialog
      title={say(texts.title, { name })}
      act={say(texts.act)}
      busy={reset.isPending}
      error={reset.error}
      onAct={() => reset.mutate({ ...ids, userId })}
      onClose={onClose}
    >
      <p>{say(texts.text, { name })}</p>
    </ConfirmDialog>
  );
}
