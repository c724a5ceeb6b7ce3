import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { normalizePhone } from '#shared/identity/sign-in-schema.ts';
import { useLabel } from '../../platform/i18n.tsx';
import { useTRPC } from '../../platform/trpc.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import type { FormEnds } from './password-form.tsx';
import styles from './sign-in.module.css';
import { texts } from './texts.ts';

/** Phone first, then the six digits in one field that can be pasted or filled by the phone itself. */
export function CodeForm({ onEnter, onError }: FormEnds) {
  const say = useLabel();
  const trpc = useTRPC();
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [waitUntil, setWaitUntil] = useState(0);
  const wait = useSecondsLeft(waitUntil);
  const askCode = useMutation(
    trpc.identity.requestCode.mutationOptions({
      onMutate: () => onError(null),
      onSuccess: ({ resendSeconds }) => setWaitUntil(Date.now() + resendSeconds * 1000),
      onError,
    }),
  );
  const signIn = useMutation(trpc.identity.signInWithCode.mutationOptions({ onMutate: () => onError(null), onSuccess: onEnter, onError }));
  const inbox = useQuery(trpc.identity.developmentInbox.queryOptions({ phone }, { enabled: askCode.isSuccess, retry: false }));
  const phoneReady = normalizePhone(phone).replace(/\D/g, '').length >= 7;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.length === 6 && !signIn.isPending) signIn.mutate({ phone, code });
  };
  const sendWords = wait > 0 ? say(texts.sendAgain, { seconds: wait }) : say(texts.sendCode);
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field label={say(texts.phone)}>
        {(control) => (
          <TextInput
            {...control}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            value={phone}
            onChange={(event) => setPhone(event.target.value)}
          />
        )}
      </Field>
      <div>
        <Button
          variant={askCode.isSuccess ? 'plain' : 'primary'}
          wide
          busy={askCode.isPending || wait > 0}
          missing={phoneReady ? undefined : say(texts.needPhone)}
          onClick={() => askCode.mutate({ phone })}
        >
          {sendWords}
        </Button>
      </div>
      {askCode.isSuccess && (
        <>
          {inbox.data?.[0] && (
            <Banner tone="info" title={say(texts.demoInbox)}>
              {inbox.data[0].text}
            </Banner>
          )}
          <Field label={say(texts.code)} hint={say(texts.codeHint, { minutes: askCode.data.validMinutes })}>
            {(control) => (
              <TextInput
                {...control}
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={6}
                value={code}
                onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
              />
            )}
          </Field>
          <div>
            <Button
              type="submit"
              variant="primary"
              wide
              busy={signIn.isPending || signIn.isSuccess}
              missing={code.length === 6 ? undefined : say(texts.needCode)}
            >
              {say(texts.signIn)}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}

function useSecondsLeft(until: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until <= Date.now()) return;
    const timer = setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= until) clearInterval(timer);
    }, 1000);
    setNow(Date.now());
    return () => clearInterval(timer);
  }, [until]);
  return Math.max(0, Math.ceil((until - now) / 1000));
}
