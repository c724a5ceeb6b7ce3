import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 } from 'uuid';
import { whistleCommand, whistleInputs } from '#shared/dispatch/whistle-actions.ts';
import { parseWallClock, toWallClock } from '#shared/kernel/zone-time.ts';
import { currentNow, defineTexts, useLabel, useSession, useTimeWords, useTRPC, useTRPCClient } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Button, Dialog, Field, ShapeMark, TextInput } from '../../../ui/index.ts';
import { whistleRefusalWords } from '../../dispatch-parts/index.ts';
import { type AcknowledgeValues, acknowledgeInput, firstEta, unitToAnswer } from '../hooks/acknowledge-values.ts';
import type { WhistleLine } from '../whistle-types.ts';
import styles from './lists.module.css';

const texts = defineTexts({
  title: { zh: '应哨', en: 'Answer' },
  many: { zh: '应哨 {n} 件', en: 'Answer {n} whistles' },
  person: { zh: '谁负责', en: 'Person in charge' },
  phone: { zh: '办公电话', en: 'Work phone' },
  phoneHint: { zh: '社区和其他单位看得到。', en: 'The community and the other units see it.' },
  eta: { zh: '什么时候到场', en: 'When they come' },
  required: { zh: '要填', en: 'Needed' },
  phoneBad: { zh: '电话号码 5 到 20 位', en: 'A phone number has 5 to 20 digits' },
  past: { zh: '要晚于现在', en: 'Must lie ahead' },
  submit: { zh: '应哨', en: 'Answer' },
  close: { zh: '先不办', en: 'Not now' },
  seen: { zh: '看过了', en: 'Seen' },
  outcome: { zh: '应哨结果', en: 'Outcome' },
  ok: { zh: '{unit} 已应哨', en: '{unit} has answered' },
  skipped: { zh: '跳过：现在不由你应哨', en: 'Skipped: not yours to answer now' },
  sum: { zh: '应哨 {n} 件，没成 {bad} 件', en: '{n} answered, {bad} not' },
});

type Outcome = { id: string; name: string; text: string; ok: boolean };
type Errors = Partial<Record<keyof AcknowledgeValues, string>>;

/** One form answers one whistle or many; every whistle gets its own outcome. */
export function AcknowledgeDialog({ lines, onClose }: { lines: readonly WhistleLine[]; onClose: () => void }) {
  const say = useLabel();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { me } = useSession();
  const { writing } = useTimeWords();
  const failureText = useFailureText(whistleRefusalWords);
  const own = me?.posts.flatMap((post) => post.departmentId ?? []) ?? [];
  // the rows as they were when the form opened: what is sent is what the person saw
  const [seen] = useState(lines);
  const [values, setValues] = useState<AcknowledgeValues>(() => ({
    person: me?.name ?? '',
    phone: '',
    eta: firstEta(lines, { now: currentNow(), timeZone: writing.timeZone }),
  }));
  const [errors, setErrors] = useState<Errors>({});
  const [requestIds] = useState(() => new Map(lines.map(({ id }) => [String(id), v7()])));
  const [busy, setBusy] = useState(false);
  const [outcomes, setOutcomes] = useState<readonly Outcome[] | null>(null);

  const answer = async (line: WhistleLine): Promise<Outcome> => {
    const about = { id: line.id, name: [line.whistleNo, line.title].filter(Boolean).join('　') };
    const unit = unitToAnswer(line, own);
    const requestId = requestIds.get(line.id);
    const read =
      unit && requestId !== undefined
        ? whistleCommand.safeParse(acknowledgeInput(line, { ...values, unitId: unit.departmentId, requestId }))
        : null;
    if (!unit || !read?.success) return { ...about, text: say(texts.skipped), ok: false };
    try {
      await client.dispatch.act.mutate(read.data);
      return { ...about, text: say(texts.ok, { unit: say(unit.name) }), ok: true };
    } catch (error) {
      return { ...about, text: failureText(error), ok: false };
    }
  };
  const submit = async () => {
    if (busy) return;
    const found: Errors = {
      ...(values.person.trim() ? {} : { person: say(texts.required) }),
      ...(whistleInputs.acknowledge.shape.phone.safeParse(values.phone).success ? {} : { phone: say(texts.phoneBad) }),
      ...(values.eta !== undefined && values.eta > currentNow() ? {} : { eta: say(texts.past) }),
    };
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    const results: Outcome[] = [];
    for (const line of seen) results.push(await answer(line));
    setBusy(false);
    setOutcomes(results);
    await queryClient.invalidateQueries({ queryKey: trpc.dispatch.pathKey() });
  };
  const change = (part: Partial<AcknowledgeValues>) => setValues({ ...values, ...part });
  if (outcomes) return <Outcomes outcomes={outcomes} onClose={onClose} />;
  const error = (name: keyof Errors) => (errors[name] ? { error: errors[name] } : {});
  return (
    <Dialog
      open
      onClose={onClose}
      title={say(seen.length > 1 ? texts.many : texts.title, { n: seen.length })}
      closeLabel={say(texts.close)}
      actions={
        <Button variant="primary" icon="check" busy={busy} onClick={() => void submit()}>
          {say(texts.submit)}
        </Button>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ul className={styles.about}>
          {seen.map((line) => (
            <li key={line.id}>{[line.whistleNo, line.title].filter(Boolean).join('　')}</li>
          ))}
        </ul>
        <Field label={say(texts.person)} required {...error('person')}>
          {(control) => <TextInput {...control} value={values.person} onChange={(event) => change({ person: event.target.value })} />}
        </Field>
        <Field label={say(texts.phone)} hint={say(texts.phoneHint)} required {...error('phone')}>
          {(control) => (
            <TextInput
              {...control}
              type="tel"
              autoComplete="work tel"
              value={values.phone}
              onChange={(event) => change({ phone: event.target.value })}
            />
          )}
        </Field>
        <Field label={say(texts.eta)} required {...error('eta')}>
          {(control) => (
            <TextInput
              {...control}
              type="datetime-local"
              value={values.eta === undefined ? '' : toWallClock(writing.timeZone, values.eta).slice(0, 16)}
              onChange={(event) => change({ eta: parseWallClock(writing.timeZone, event.target.value) ?? undefined })}
            />
          )}
        </Field>
        <button type="submit" className="visually-hidden" tabIndex={-1}>
          {say(texts.submit)}
        </button>
      </form>
    </Dialog>
  );
}

function Outcomes({ outcomes, onClose }: { outcomes: readonly Outcome[]; onClose: () => void }) {
  const say = useLabel();
  const good = outcomes.filter(({ ok }) => ok).length;
  return (
    <Dialog
      open
      onClose={onClose}
      title={say(texts.outcome)}
      closeLabel={say(texts.seen)}
      actions={
        <Button variant="primary" onClick={onClose}>
          {say(texts.seen)}
        </Button>
      }
    >
      <p role="status">{say(texts.sum, { n: good, bad: outcomes.length - good })}</p>
      <ul className={styles.outcomes}>
        {outcomes.map((each) => (
          <li key={each.id}>
            <ShapeMark shape={each.ok ? 'tick' : 'triangleAlert'} size={16} />
            <span>{each.name}</span>
            <span>{each.text}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
