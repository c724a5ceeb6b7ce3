import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { type FormEvent, useState } from 'react';
import type { Label } from '#shared/kernel/label.ts';
import { channelLabels } from '#shared/notifications/notifications.i18n.ts';
import { notificationsRefusalLabels } from '#shared/notifications/notifications-refusals.ts';
import type { Channel, NoticeKind } from '#shared/notifications/notifications-schema.ts';
import { savePreferencesInput } from '#shared/notifications/preferences.ts';
import { defineTexts, type RefusalLookup, useLabel, useTRPC } from '../../platform/index.ts';
import { useFailureText } from '../../platform/use-failure-text.ts';
import { Banner, Button, Checkbox, ErrorState, Field, Skeleton, TextInput, useToast } from '../../ui/index.ts';
import { ChannelTable } from './channel-table.tsx';
import styles from './notices.module.css';
import { TimeSpan, timeOfMinute } from './time-span.tsx';

const texts = defineTexts({
  loading: { zh: '正在取设置', en: 'Fetching the settings' },
  failed: { zh: '设置没取到', en: 'The settings did not come' },
  again: { zh: '再取一次', en: 'Fetch again' },
  none: {
    zh: '这里没有开通邮件、短信和企业微信，通知只在站内看。',
    en: 'Neither e-mail nor SMS nor WeCom exists here; notices are read in the inbox.',
  },
  where: { zh: '发到哪里', en: 'Where to' },
  email: { zh: '邮箱', en: 'E-mail address' },
  wecom: { zh: '企业微信账号', en: 'WeCom account' },
  phone: { zh: '短信发到账号的手机号。', en: 'SMS goes to the phone of the account.' },
  noPhone: { zh: '账号没有手机号，请管理员补上。', en: 'The account has no phone; ask the administrator.' },
  test: { zh: '发一条测试{channel}', en: 'Send a test by {channel}' },
  tested: { zh: '已发出，请查收', en: 'Sent; have a look' },
  emergency: { zh: '紧急的事随时发，所有渠道都发，免打扰时段也发。', en: 'Emergencies come at any hour and by every channel.' },
  save: { zh: '保存设置', en: 'Save the settings' },
  saved: { zh: '设置已保存', en: 'The settings are saved' },
  wrong: { zh: '这一项填得不对', en: 'This is not filled in correctly' },
  quiet: { zh: '免打扰', en: 'Quiet hours' },
  digest: { zh: '不急的邮件每天合成一封', en: 'One e-mail a day for what can wait' },
  digestAt: { zh: '几点发', en: 'At' },
});
const errorWords: Readonly<Record<string, Label>> = {
  emailInvalid: { zh: '邮箱写得不对', en: 'This is no e-mail address' },
  wecomInvalid: { zh: '账号只用字母、数字和 . _ - @', en: 'Letters, digits and . _ - @ only' },
};
const words: RefusalLookup = (module, code) =>
  module === 'notifications' ? (notificationsRefusalLabels as Readonly<Record<string, Label>>)[code] : undefined;

const NIGHT = { from: 22 * 60, to: 7 * 60 };
const MORNING = 8 * 60;

/** How the person wants to be told: channels by kind, addresses, quiet hours, digest. */
export function NoticePreferences() {
  const say = useLabel();
  const trpc = useTRPC();
  const query = useQuery(trpc.notifications.preferences.queryOptions());
  const failureText = useFailureText(words);
  if (query.data) return <Form own={query.data} />;
  if (query.isPending) return <Skeleton lines={8} label={say(texts.loading)} />;
  return (
    <ErrorState title={say(texts.failed)} action={<Button onClick={() => void query.refetch()}>{say(texts.again)}</Button>}>
      {failureText(query.error)}
    </ErrorState>
  );
}

type Own = inferOutput<ReturnType<typeof useTRPC>['notifications']['preferences']>;

function Form({ own }: { own: Own }) {
  const say = useLabel();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toast = useToast();
  const failureText = useFailureText(words);
  const [chosen, setChosen] = useState(own.preferences);
  const [email, setEmail] = useState(own.email ?? '');
  const [wecom, setWecom] = useState(own.wecom ?? '');
  const save = useMutation(
    trpc.notifications.savePreferences.mutationOptions({
      onSuccess: async () => {
        toast.show({ text: say(texts.saved) });
        await queries.invalidateQueries({ queryKey: trpc.notifications.preferences.queryKey() });
      },
    }),
  );
  const test = useMutation(trpc.notifications.sendTest.mutationOptions({ onSuccess: () => toast.show({ text: say(texts.tested) }) }));
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const has = (channel: Channel) => own.offered.includes(channel);
  const retype = (set: (text: string) => void, text: string) => {
    setWrong({});
    set(text);
  };
  const toggle = (kind: NoticeKind, channel: Channel) => {
    const now = chosen.channels[kind];
    const next = now.includes(channel) ? now.filter((each) => each !== channel) : [...now, channel];
    setChosen({ ...chosen, channels: { ...chosen.channels, [kind]: next } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const address = (text: string) => (text.trim() === '' ? null : text.trim());
    const read = savePreferencesInput.safeParse({
      preferences: chosen,
      ...(has('email') ? { email: address(email) } : {}),
      ...(has('wecom') ? { wecom: address(wecom) } : {}),
    });
    setWrong(
      read.success
        ? {}
        : Object.fromEntries(read.error.issues.map((issue) => [issue.path.join('.'), say(errorWords[issue.message] ?? texts.wrong)])),
    );
    if (read.success) save.mutate(read.data);
  };
  if (own.offered.length === 0) return <Banner tone="calm">{say(texts.none)}</Banner>;
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <ChannelTable channels={own.offered} chosen={chosen.channels} onToggle={toggle} />
      <p className={styles.note}>{say(texts.emergency)}</p>
      <fieldset className={styles.group}>
        <legend>{say(texts.where)}</legend>
        {has('email') && (
          <Field label={say(texts.email)} error={wrong['email']}>
            {(control) => (
              <TextInput
                {...control}
                type="email"
                autoComplete="email"
                value={email}
                onChange={(event) => retype(setEmail, event.target.value)}
              />
            )}
          </Field>
        )}
        {has('wecom') && (
          <Field label={say(texts.wecom)} error={wrong['wecom']}>
            {(control) => (
              <TextInput {...control} autoComplete="off" value={wecom} onChange={(event) => retype(setWecom, event.target.value)} />
            )}
          </Field>
        )}
        {has('sms') && <p className={styles.note}>{say(own.reached.includes('sms') ? texts.phone : texts.noPhone)}</p>}
        <div className={styles.chips}>
          {own.reached.map((channel) => (
            <Button key={channel} size="small" busy={test.isPending} onClick={() => test.mutate({ channel })}>
              {say(texts.test, { channel: say(channelLabels[channel]) })}
            </Button>
          ))}
        </div>
      </fieldset>
      <fieldset className={styles.group}>
        <legend className="visually-hidden">{say(texts.quiet)}</legend>
        <Checkbox
          checked={chosen.quietHours !== null}
          onChange={() => setChosen({ ...chosen, quietHours: chosen.quietHours === null ? NIGHT : null })}
        >
          {say(texts.quiet)}
        </Checkbox>
        {chosen.quietHours && <TimeSpan value={chosen.quietHours} onChange={(quietHours) => setChosen({ ...chosen, quietHours })} />}
        {has('email') && (
          <Checkbox
            checked={chosen.digestAt !== null}
            onChange={() => setChosen({ ...chosen, digestAt: chosen.digestAt === null ? MORNING : null })}
          >
            {say(texts.digest)}
          </Checkbox>
        )}
        {has('email') && chosen.digestAt !== null && (
          <Field label={say(texts.digestAt)}>
            {(control) => (
              <TextInput
                {...control}
                type="time"
                className={styles.clock ?? ''}
                value={timeOfMinute(chosen.digestAt ?? MORNING)}
                onChange={(event) => {
                  const [hour = 8, minute = 0] = event.target.value.split(':').map(Number);
                  setChosen({ ...chosen, digestAt: hour * 60 + minute });
                }}
              />
            )}
          </Field>
        )}
      </fieldset>
      {(test.error ?? save.error) && (
        <Banner tone="care" live>
          {failureText(test.error ?? save.error)}
        </Banner>
      )}
      <div>
        <Button type="submit" variant="primary" busy={save.isPending}>
          {say(texts.save)}
        </Button>
      </div>
    </form>
  );
}
