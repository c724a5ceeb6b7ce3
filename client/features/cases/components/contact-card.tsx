import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { defineTexts, useLabel, useTRPC } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Button, ButtonLink, Dialog, Field, TextInput } from '../../../ui/index.ts';
import { caseRefusalWords } from '../../case-words/index.ts';
import type { CaseDetail } from '../case-types.ts';
import styles from './case-file.module.css';

const texts = defineTexts({
  applicant: { zh: '诉求人', en: 'Applicant' },
  nobody: { zh: '没有诉求人，不用回访', en: 'Nobody waits for an answer' },
  noPhone: { zh: '没留电话', en: 'No phone left' },
  reveal: { zh: '看电话', en: 'Show the phone' },
  why: { zh: '为什么要看', en: 'Why you need it' },
  whyHint: { zh: '谁在什么时候为什么看，都会记下来', en: 'Who looked, when and why is recorded' },
  usual: { zh: '联系诉求人，了解情况', en: 'To contact the applicant about the case' },
  show: { zh: '记下理由，看电话', en: 'Record the reason and show' },
  call: { zh: '打电话', en: 'Call' },
  close: { zh: '关闭', en: 'Close' },
  title: { zh: '看诉求人的姓名和电话', en: 'See the applicant’s name and phone' },
  hidden: { zh: '现在不能看联系方式', en: 'Contact data are hidden from you now' },
  seen: { zh: '已记录您看过', en: 'Your look was recorded' },
});

/** Name and phone of whoever waits for an answer: masked until a reason is given, shown once and only here. */
export function ContactCard({ caseId, contact }: { caseId: string; contact: CaseDetail['contact'] }) {
  const say = useLabel();
  const trpc = useTRPC();
  const failureText = useFailureText(caseRefusalWords);
  const [asking, setAsking] = useState(false);
  const [why, setWhy] = useState('');
  const reveal = useMutation(trpc.cases.revealContact.mutationOptions({ onSuccess: () => setAsking(false) }));
  const { data: seen } = reveal;
  if (contact === null) return <p className={styles.quiet}>{say(texts.nobody)}</p>;
  const shown = seen ?? contact;
  return (
    <div className={styles.contact}>
      <p>
        <span className={styles.quiet}>{say(texts.applicant)}</span> <b>{shown.name || '—'}</b> {shown.phone ?? say(texts.noPhone)}
      </p>
      {seen ? (
        <div className={styles.row}>
          {seen.phone && (
            <ButtonLink size="small" icon="phone" href={`tel:${seen.phone.replace(/[^\d+]/g, '')}`}>
              {say(texts.call)}
            </ButtonLink>
          )}
          <small className={styles.quiet}>{say(texts.seen)}</small>
        </div>
      ) : contact.mayReveal ? (
        <Button
          size="small"
          icon="eye"
          onClick={() => {
            setWhy(say(texts.usual));
            setAsking(true);
          }}
        >
          {say(texts.reveal)}
        </Button>
      ) : (
        <small className={styles.quiet}>{say(texts.hidden)}</small>
      )}
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={say(texts.title)}
        closeLabel={say(texts.close)}
        actions={
          <Button variant="primary" icon="eye" busy={reveal.isPending} onClick={() => reveal.mutate({ caseId, why })}>
            {say(texts.show)}
          </Button>
        }
      >
        <Field label={say(texts.why)} hint={say(texts.whyHint)} {...(reveal.error ? { error: failureText(reveal.error) } : {})}>
          {(control) => <TextInput {...control} value={why} maxLength={200} onChange={(event) => setWhy(event.target.value)} />}
        </Field>
      </Dialog>
    </div>
  );
}
