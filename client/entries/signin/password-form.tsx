import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useLabel } from '../../platform/i18n.tsx';
import { useTRPC } from '../../platform/trpc.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import styles from './sign-in.module.css';
import { texts } from './texts.ts';

export type FormEnds = { onEnter: () => Promise<void>; onError: (error: unknown) => void };

export function PasswordForm({ onEnter, onError }: FormEnds) {
  const say = useLabel();
  const trpc = useTRPC();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation(trpc.identity.signIn.mutationOptions({ onMutate: () => onError(null), onSuccess: onEnter, onError }));
  const complete = username.trim() !== '' && password !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (complete && !signIn.isPending) signIn.mutate({ username: username.trim(), password });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field label={say(texts.username)}>
        {(control) => (
          <TextInput
            {...control}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={username}
            onChange={(event) => setUsername(event.target.value)}
          />
        )}
      </Field>
      <Field label={say(texts.password)}>
        {(control) => (
          <TextInput
            {...control}
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <div>
        <Button
          type="submit"
          variant="primary"
          wide
          busy={signIn.isPending || signIn.isSuccess}
          missing={complete ? undefined : say(texts.needBoth)}
        >
          {say(texts.signIn)}
        </Button>
      </div>
    </form>
  );
}
