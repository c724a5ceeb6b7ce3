import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { isPhoneNumber, normalizePhone } from '#shared/identity/phone-number.ts';
import { defineTexts, useLabel, useTRPC } from '../../platform/index.ts';
import { useFailureText } from '../../platform/use-failure-text.ts';
import { Banner, Button, Field, TextInput } from '../../ui/index.ts';
import { DemoInbox } from './demo-inbox.tsx';
import styles from './identity-parts.module.css';
import { identityRefusalWords } from './identity-refusal-words.ts';
import { useCountdown } from './use-countdown.ts';

const texts = defineTexts({
  phone: { zh: '手机号', en: 'Mobile number', plain: '您的手机号' },
  phoneHint: { zh: '只有经办人能看到', en: 'Only those who handle the matter see it' },
  phoneInvalid: { zh: '手机号是 11 位数字，请检查', en: 'Please check the number' },
  send: { zh: '发验证码', en: 'Send the code', plain: '给我发短信' },
  code: { zh: '短信验证码', en: 'Code from the message', plain: '短信里的 6 个数字' },
  codeHint: { zh: '已发到 {phone}，10 分钟内有效', en: 'Sent to {phone}, valid for 10 minutes' },
  codeInvalid: { zh: '验证码是 6 位数字', en: 'The code has six digits' },
  again: { zh: '重发验证码', en: 'Send again' },
  againIn: { zh: '没收到？{n} 秒后可以重发', en: 'Not there? You can send it again in {n} s' },
  change: { zh: '改手机号', en: 'Change the number' },
});

const isPhone = (value: string) => isPhoneNumber(normalizePhone(value));

/** Phone, then the code of the message in one field. The first time this makes the account. */
export function PhoneSignIn({ submitLabel, onDone, note }: { submitLabel: string; onDone: () => void; note?: ReactNode }) {
  const say = useLabel();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const failureText = useFailureText(identityRefusalWords);
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const wait = useCountdown();
  const request = useMutation(
    trpc.identity.requestCode.mutationOptions({
      onSuccess: (answer, input) => {
        setSentTo(normalizePhone(input.phone));
        setTried(false);
        wait.start(answer.resendSeconds);
      },
    }),
  );
  const signIn = useMutation(
    trpc.identity.signInWithCode.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.identity.pathKey() });
        onDone();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (sentTo === null) {
      if (isPhone(phone) && !request.isPending) request.mutate({ phone });
    } else if (/^\d{6}$/.test(code) && !signIn.isPending) signIn.mutate({ phone: sentTo, code });
  };
  const error = sentTo === null ? request.error : (signIn.error ?? request.error);

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {error && (
        <Banner tone="care" live>
          {failureText(error)}
        </Banner>
      )}
      {sentTo === null ? (
        <>
          <Field
            label={say(texts.phone)}
            hint={say(texts.phoneHint)}
            error={tried && !isPhone(phone) ? say(texts.phoneInvalid) : undefined}
          >
            {(control) => (
              <TextInput
                {...control}
                type="tel"
                inputMode="tel"
                autoComplete="tel"
                value={phone}
                onChange={(event) => setPhone(event.target.value)}
                maxLength={20}
              />
            )}
          </Field>
          {note}
          <Button type="submit" variant="primary" wide busy={request.isPending}>
            {say(texts.send)}
          </Button>
        </>
      ) : (
        <>
          <Field
            label={say(texts.code)}
            hint={say(texts.codeHint, { phone: sentTo })}
            error={tried && !/^\d{6}$/.test(code) ? say(texts.codeInvalid) : undefined}
          >
            {(control) => (
              <TextInput
                {...control}
                autoFocus
                className={styles.code ?? ''}
                inputMode="numeric"
                autoComplete="one-time-code"
                pattern="\d{6}"
                maxLength={6}
                value={code}
                onChange={(event) => setCode(event.target.value.replace(/\D/g, '').slice(0, 6))}
              />
            )}
          </Field>
          <DemoInbox phone={sentTo} onCode={setCode} />
          <Button type="submit" variant="primary" wide busy={signIn.isPending}>
            {submitLabel}
          </Button>
          <div className={styles.again}>
            {wait.left > 0 ? (
              <span>{say(texts.againIn, { n: wait.left })}</span>
            ) : (
              <Button variant="quiet" size="small" icon="sync" busy={request.isPending} onClick={() => request.mutate({ phone: sentTo })}>
                {say(texts.again)}
              </Button>
            )}
            <Button
              variant="quiet"
              size="small"
              onClick={() => {
                setSentTo(null);
                setCode('');
                signIn.reset();
              }}
            >
              {say(texts.change)}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}
