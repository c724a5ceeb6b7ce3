import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { defineTexts, useLabel, useTRPC } from '../../platform/index.ts';
import { useFailureText } from '../../platform/use-failure-text.ts';
import { Banner, Button, Field, TextInput } from '../../ui/index.ts';
import styles from './identity-parts.module.css';
import { identityRefusalWords } from './identity-refusal-words.ts';

const texts = defineTexts({
  username: { zh: '用户名', en: 'User name' },
  password: { zh: '密码', en: 'Password' },
  show: { zh: '显示密码', en: 'Show the password' },
  hide: { zh: '隐藏密码', en: 'Hide the password' },
  signIn: { zh: '登录', en: 'Sign in' },
  fillIn: { zh: '请填写', en: 'Fill this in' },
});

/** User name and password of staff. `onDone` runs once the session holds. */
export function PasswordSignIn({ onDone }: { onDone: () => void }) {
  const say = useLabel();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const failureText = useFailureText(identityRefusalWords);
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [tried, setTried] = useState(false);
  const signIn = useMutation(
    trpc.identity.signIn.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries();
        onDone();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (username.trim().length < 3 || password === '' || signIn.isPending) return;
    signIn.mutate({ username: username.trim(), password });
  };
  const missing = (value: string, least: number) => (tried && value.trim().length < least ? say(texts.fillIn) : undefined);

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {signIn.error && (
        <Banner tone="care" live>
          {failureText(signIn.error)}
        </Banner>
      )}
      <Field label={say(texts.username)} error={missing(username, 3)} required>
        {(control) => (
          <TextInput
            {...control}
            value={username}
            onChange={(event) => setUsername(event.target.value)}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={40}
          />
        )}
      </Field>
      <Field label={say(texts.password)} error={missing(password, 1)} required>
        {(control) => (
          <TextInput
            {...control}
            type={shown ? 'text' : 'password'}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            autoComplete="current-password"
            maxLength={200}
          />
        )}
      </Field>
      <div className={styles.again}>
        <Button variant="quiet" size="small" icon="eye" aria-pressed={shown} onClick={() => setShown(!shown)}>
          {say(shown ? texts.hide : texts.show)}
        </Button>
      </div>
      <Button type="submit" variant="primary" wide busy={signIn.isPending}>
        {say(texts.signIn)}
      </Button>
    </form>
  );
}
