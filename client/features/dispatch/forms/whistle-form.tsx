import { useEffect, useRef, useState } from 'react';
import { v7 } from 'uuid';
import { whistleActionLabels } from '#shared/dispatch/whistle.i18n.ts';
import { whistleRefusalLabels } from '#shared/dispatch/whistle-refusals.i18n.ts';
import { currentNow, defineTexts, readFailure, useLabel } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Banner, Button, Dialog, useToast } from '../../../ui/index.ts';
import { whistleRefusalWords } from '../../dispatch-parts/index.ts';
import { dropPhotos, photosFailureLabels, sendPhotos } from '../../files-parts/index.ts';
import { errorsByField, type FormErrors, type FormValues, idsOf } from '../../form-parts/index.ts';
import { lookOf, type PageAction } from '../actions.tsx';
import { AskedWhistle } from '../components/asked-whistle.tsx';
import { PlanDrafts } from '../components/plan-drafts.tsx';
import { PlanTable } from '../components/plan-table.tsx';
import { usePerformWhistle } from '../hooks/use-whistle.ts';
import type { WhistleDetail } from '../whistle-types.ts';
import { WhistleFieldView } from './whistle-field-view.tsx';
import { whistleFields } from './whistle-fields.ts';
import { whistleFirstValues } from './whistle-first-values.ts';
import styles from './whistle-form.module.css';
import { readWhistleForm, silentValues } from './whistle-form-values.ts';
import { WhistleStale } from './whistle-stale.tsx';

const texts = defineTexts({
  close: { zh: '先不办，写的留着', en: 'Not now; keep what I wrote' },
  done: { zh: '{action}，已办', en: 'Done: {action}' },
  sending: { zh: '正在传照片', en: 'Sending photos' },
  anyway: { zh: '看过变化，{action}', en: 'Seen the change: {action}' },
  sure: { zh: '这一步会记在经过里，各方都看得到。', en: 'This step is written into the history; all parties see it.' },
  blowAsk: {
    zh: '社区吹哨要街道批准：按下后先报街道，批准以后各单位才收到。',
    en: 'The street must approve: units are called once it does.',
  },
  blowDirect: { zh: '按下后各单位马上收到，应哨和到场的时限从现在起算。', en: 'The units are called at once; their clocks start now.' },
});

type FormAction = Exclude<PageAction, 'revise'>;
/** What was written into forms that were closed without sending; kept while the page is open. */
const drafts = new Map<string, FormValues>();

/** The form of one act: its fields, its errors in place, and what changed when somebody else was faster. */
export function WhistleForm({ action, detail, onClose }: { action: PageAction; detail: WhistleDetail; onClose: () => void }) {
  return action === 'revise' ? null : <ActForm action={action} detail={detail} onClose={onClose} />;
}

function ActForm({ action, detail, onClose }: { action: FormAction; detail: WhistleDetail; onClose: () => void }) {
  const say = useLabel();
  const fields = whistleFields[action];
  const form = useActForm(action, detail, onClose);
  const { values, errors, failure, changed, possible } = form;
  const label = say(whistleActionLabels[action]);
  const formRef = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // the dialog puts the focus on its first control, the cross; the work begins in the first field
    formRef.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, []);
  const asks = /^(grant|approve|refuse|receive|reply|close|return)/.test(action);
  const wide =
    action === 'proposePlan' || action === 'recordVisit' || action === 'complete' || action === 'approvePlan' || fields.length > 4;
  const submitText = changed ? say(texts.anyway, { action: label }) : form.sending ? say(texts.sending) : label;
  return (
    <Dialog
      open
      onClose={onClose}
      title={label}
      closeLabel={say(texts.close)}
      wide={wide}
      actions={
        <Button
          variant="primary"
          icon={lookOf(action).icon}
          busy={form.busy}
          {...(changed && !possible ? { missing: say(whistleRefusalLabels.notAllowedInState) } : {})}
          onClick={() => void form.submit()}
        >
          {submitText}
        </Button>
      }
    >
      <form
        ref={formRef}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void form.submit();
        }}
      >
        {changed && <WhistleStale detail={detail} since={form.openedAt} possible={possible} />}
        {failure && (
          <Banner tone="care" live>
            {failure}
          </Banner>
        )}
        {asks && <AskedWhistle detail={detail} />}
        {(action === 'approvePlan' || action === 'agreePlan' || action === 'objectPlan') && (
          <>
            <PlanTable detail={detail} />
            <PlanDrafts detail={detail} />
          </>
        )}
        {action === 'blow' && <p>{say(detail.settings.streetApproval === 'required' ? texts.blowAsk : texts.blowDirect)}</p>}
        {fields.length === 0 && action !== 'blow' && <p>{say(texts.sure)}</p>}
        {fields.map((field) => (
          <WhistleFieldView
            key={field.name}
            field={field}
            action={action}
            detail={detail}
            values={values}
            onChange={form.change}
            error={errors[field.name] ?? (field.kind === 'reportIn' ? errors['code'] : undefined)}
          />
        ))}
      </form>
    </Dialog>
  );
}

/** Values, errors and the sending of one act; nothing typed is lost when it fails or is closed. */
function useActForm(action: FormAction, detail: WhistleDetail, onClose: () => void) {
  const say = useLabel();
  const toast = useToast();
  const failureText = useFailureText(whistleRefusalWords);
  const perform = usePerformWhistle();
  const { id: whistleId, version } = detail.snapshot;
  const draftKey = `${whistleId} ${action}`;
  const [values, setValues] = useState<FormValues>(() => drafts.get(draftKey) ?? whistleFirstValues(action, detail, currentNow()));
  const [silent] = useState(() => silentValues(action, detail));
  const [errors, setErrors] = useState<FormErrors>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  // what the person saw when opening the form
  const [openedAt] = useState(version);
  const [requestId, renewRequest] = useState(() => v7());
  const [stale, setStale] = useState(false);
  const changed = stale && version > openedAt;
  const change = (part: FormValues) => {
    setValues((before) => {
      const next = { ...before, ...part };
      drafts.set(draftKey, next);
      return next;
    });
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([key]) => !(key in part))));
  };
  const submit = async () => {
    setFailure(null);
    const target = { whistleId, expectedVersion: changed ? version : openedAt, requestId };
    // after a look at the change, the draft meant is the one on the page now
    const beside = changed ? { ...silentValues(action, detail), ...(action === 'addOpinion' ? silent : {}) } : silent;
    const read = readWhistleForm(action, { ...values, ...beside }, target);
    if (!read.ok) return setErrors(read.errors);
    const photoIds = whistleFields[action].flatMap((field) =>
      field.kind === 'photos' || field.kind === 'signatures' ? idsOf(values[field.name]) : [],
    );
    setSending(true);
    const sent = await sendPhotos(photoIds.map((id) => ({ id, purpose: 'note' })));
    setSending(false);
    if (!sent.ok) return setFailure(say(photosFailureLabels[sent.reason]));
    perform.mutate(read.command, {
      onSuccess: () => {
        drafts.delete(draftKey);
        void dropPhotos(photoIds);
        toast.show({ text: say(texts.done, { action: say(whistleActionLabels[action]) }) });
        onClose();
      },
      onError: (error) => {
        const why = readFailure(error);
        if (why.kind === 'refused' && why.code === 'staleVersion') return setStale(true);
        if (why.kind === 'refused' && why.code === 'requestReused') renewRequest(v7());
        if (why.kind === 'invalid') setErrors(errorsByField(why.issues));
        setFailure(failureText(error));
      },
    });
  };
  const possible = detail.allowedActions.includes(action);
  return { ...{ values, errors, failure, changed, possible, openedAt, sending, change, submit }, busy: sending || perform.isPending };
}
