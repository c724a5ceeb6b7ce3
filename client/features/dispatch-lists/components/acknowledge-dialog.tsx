import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { defineTexts, useJoined, useLabel, useSession, useTRPC } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { type BulkJob, BulkOutcomes, Button, Dialog, ErrorState, Field, Skeleton, TextInput } from '../../../ui/index.ts';
import { whistleRefusalWords } from '../../dispatch-parts/index.ts';
import type { AnswerOffer } from '../hooks/acknowledge-values.ts';
import { nameOfLine, useAcknowledge } from '../hooks/use-acknowledge.ts';
import type { WhistleLine } from '../whistle-types.ts';
import styles from './acknowledge.module.css';
import { AcknowledgeRow } from './acknowledge-row.tsx';

const texts = defineTexts({
  title: { zh: '应哨', en: 'Answer' },
  many: { zh: '应哨 {n} 件', en: 'Answer {n} whistles' },
  also: { zh: '同时签收 {n} 件案件。', en: 'Signs {n} cases as well.' },
  skipped: { zh: '{n} 件现在不由你应哨，不在内：{names}', en: '{n} are not yours to answer now and stay out: {names}' },
  person: { zh: '谁负责', en: 'Person in charge' },
  phone: { zh: '办公电话', en: 'Work phone' },
  phoneHint: { zh: '社区和其他单位看得到。', en: 'The community and the other units see it.' },
  etas: { zh: '什么时候到场', en: 'When they come' },
  submit: { zh: '应哨', en: 'Answer' },
  close: { zh: '先不办', en: 'Not now' },
  seen: { zh: '看过了', en: 'Seen' },
  outcome: { zh: '应哨结果', en: 'Outcome' },
  sum: { zh: '办成 {n} 件，没成 {bad} 件', en: '{n} done, {bad} not' },
  running: { zh: '正在应哨', en: 'Answering' },
  again: { zh: '再试没成的 {n} 件', en: 'Try the {n} again' },
  loading: { zh: '正在取时限', en: 'Fetching the limits' },
  failed: { zh: '没取到', en: 'It did not come' },
  retry: { zh: '再取一次', en: 'Fetch again' },
  none: { zh: '选中的现在都不由你应哨。', en: 'None of these is yours to answer now.' },
});

type DialogProps = {
  lines: readonly WhistleLine[];
  /** other acts of the same press, as the signing of chosen cases */
  beside?: readonly BulkJob[];
  /** the whistles and other acts that were not done, by their ids */
  onClose: (left: readonly string[]) => void;
};

/** One form answers one whistle or many: one person to call, for every whistle its own time to come and its own outcome. */
export function AcknowledgeDialog({ lines, beside = [], onClose }: DialogProps) {
  const say = useLabel();
  const trpc = useTRPC();
  const failureText = useFailureText(whistleRefusalWords);
  // the rows as they were when the form opened: what is sent is what the person saw
  const [seen] = useState(lines);
  const offers = useQuery(
    trpc.dispatch.answers.queryOptions(
      { whistleIds: seen.map(({ id }) => id) },
      { staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnMount: 'always' },
    ),
  );
  const [first, setFirst] = useState<readonly AnswerOffer[] | null>(null);
  if (first === null && offers.data && !offers.isFetching) setFirst(offers.data);
  if (first) return <AnswerForm lines={seen} offers={first} beside={beside} onClose={onClose} />;
  return (
    <Dialog open onClose={() => onClose([...seen, ...beside].map(({ id }) => id))} title={say(texts.title)} closeLabel={say(texts.close)}>
      {offers.error ? (
        <ErrorState title={say(texts.failed)} action={<Button onClick={() => void offers.refetch()}>{say(texts.retry)}</Button>}>
          {failureText(offers.error)}
        </ErrorState>
      ) : (
        <Skeleton lines={4} label={say(texts.loading)} />
      )}
    </Dialog>
  );
}

type FormProps = Required<DialogProps> & { offers: readonly AnswerOffer[] };

function AnswerForm({ lines, offers, beside, onClose }: FormProps) {
  const say = useLabel();
  const { listed } = useJoined();
  const { me } = useSession();
  const form = useAcknowledge({ offers, lines, beside, ownName: me?.name ?? '' });
  const { values, errors, due, also, run, failed, change } = form;
  const answered = new Set<string>(offers.map(({ whistleId }) => whistleId));
  const skipped = lines.filter(({ id }) => !answered.has(id));
  // ids of rows that keep their tick: refused, or never part of it
  const leftIds = () => [...new Set(failed.map((key) => key.split(' ')[0] ?? key)), ...skipped.map(({ id }) => id)];
  if (run.started) {
    const close = () => (run.busy ? undefined : onClose(leftIds()));
    return (
      <Dialog
        open
        onClose={close}
        title={say(run.busy ? texts.running : texts.outcome)}
        closeLabel={say(texts.seen)}
        actions={
          <>
            <Button variant="primary" busy={run.busy} onClick={close}>
              {say(texts.seen)}
            </Button>
            {!run.busy && failed.length > 0 && <Button onClick={form.again}>{say(texts.again, { n: failed.length })}</Button>}
          </>
        }
      >
        <BulkOutcomes run={run} sum={say(texts.sum, { n: run.good, bad: run.bad })} working={say(texts.running)} />
      </Dialog>
    );
  }
  const error = (name: 'person' | 'phone') => (errors[name] ? { error: errors[name] } : {});
  const closeUndone = () => onClose([...lines, ...beside].map(({ id }) => id));
  return (
    <Dialog
      open
      onClose={closeUndone}
      title={say(due.length > 1 ? texts.many : texts.title, { n: due.length })}
      closeLabel={say(texts.close)}
      wide={due.length > 1}
      actions={
        <Button
          variant="primary"
          icon="check"
          {...(due.length === 0 ? { missing: say(texts.none) } : {})}
          onClick={() => void form.submit()}
        >
          {say(due.length > 1 ? texts.many : texts.submit, { n: due.length })}
        </Button>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (due.length > 0) void form.submit();
        }}
      >
        {also.length > 0 && <p>{say(texts.also, { n: also.length })}</p>}
        {skipped.length > 0 && (
          <p className={styles.skipped}>
            {say(texts.skipped, { n: skipped.length, names: listed(...skipped.map((line) => line.whistleNo || nameOfLine(line))) })}
          </p>
        )}
        <div className={styles.pair}>
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
        </div>
        <fieldset className={styles.etas}>
          <legend>{say(texts.etas)}</legend>
          {due.map((offer) => (
            <AcknowledgeRow
              key={`${offer.whistleId} ${offer.unitId}`}
              offer={offer}
              lines={lines}
              values={values}
              errors={errors}
              onChange={change}
            />
          ))}
        </fieldset>
        <button type="submit" className="visually-hidden" tabIndex={-1}>
          {say(texts.submit)}
        </button>
      </form>
    </Dialog>
  );
}
