import { useEffect, useRef, useState } from 'react';
import { v7 } from 'uuid';
import { caseActionLabels } from '#shared/cases/cases-history.i18n.ts';
import { userId } from '#shared/kernel/ids.ts';
import { currentNow, defineTexts, readFailure, useLabel, useSession } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Banner, Button, Dialog, useToast } from '../../../ui/index.ts';
import { caseRefusalWords } from '../../case-words/index.ts';
import { dropPhotos, photosFailureLabels, sendPhotos } from '../../files-parts/index.ts';
import { ActionField, errorsByField, type FieldSpec, type FormErrors, type FormValues, idsOf } from '../../form-parts/index.ts';
import { type DeskAction, lookOf } from '../actions.tsx';
import type { CaseDetail } from '../case-types.ts';
import { mayLead } from '../dispatch-rights.ts';
import { usePerform } from '../hooks/use-perform.ts';
import { AskedNote } from './asked-note.tsx';
import { actionFields } from './field-spec.ts';
import { submitWords } from './field-words.ts';
import { firstValues, openSupports } from './first-values.ts';
import { dropDraft, keepDraft, readDraft } from './form-drafts.ts';
import { readForm } from './form-values.ts';
import styles from './forms.module.css';
import { StaleNote } from './stale-note.tsx';
import { SupervisionNote } from './supervision-note.tsx';
import { UnitsField } from './units-field.tsx';

const texts = defineTexts({
  close: { zh: '先不办，写的留着', en: 'Not now; keep what I wrote' },
  done: { zh: '{action}，已办', en: 'Done: {action}' },
  sending: { zh: '正在传照片', en: 'Sending photos' },
  anyway: { zh: '看过变化，{action}', en: 'Seen the change: {action}' },
  sure: { zh: '这一步会记在案件经过里。', en: 'This step is written into the history of the case.' },
});

export type ActionFormProps = {
  action: Exclude<DeskAction, 'register'>;
  detail: CaseDetail;
  onClose: () => void;
  onDone?: (() => void) | undefined;
};

/** The form of one action: its fields, its errors in place, and what changed when somebody else was faster. */
export function ActionForm({ action, detail, onClose, onDone }: ActionFormProps) {
  const say = useLabel();
  const toast = useToast();
  const { me } = useSession();
  const failureText = useFailureText(caseRefusalWords);
  const perform = usePerform();
  const caseId = detail.snapshot.id;
  const fields = actionFields[action];
  const actor = me && { ...me, userId: userId.parse(me.userId) };
  const communityDuty = detail.category?.communityDuty ?? false;
  const own = me?.posts.flatMap((post) => post.departmentId ?? []) ?? [];
  const [values, setValues] = useState<FormValues>(
    () => readDraft(caseId, action) ?? firstValues(fields, { snapshot: detail.snapshot, now: currentNow(), ownDepartmentIds: own }),
  );
  const [errors, setErrors] = useState<FormErrors>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  // what the person saw when opening the form
  const [openedAt] = useState(detail.snapshot.version);
  const [requestId] = useState(() => v7());
  const [stale, setStale] = useState(false);
  const changed = stale && detail.snapshot.version > openedAt;
  const possible = detail.allowedActions.includes(action);
  const label = say(caseActionLabels[action]);
  const formRef = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // the dialog puts the focus on its first control, the cross; the work begins in the first field
    formRef.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, []);

  const change = (name: string, value: unknown) => {
    const next = { ...values, [name]: value };
    setValues(next);
    keepDraft({ caseId, action, values: next });
    if (errors[name]) setErrors(Object.fromEntries(Object.entries(errors).filter(([key]) => key !== name)));
  };
  const submit = async () => {
    setFailure(null);
    const read = readForm(action, values, { caseId, expectedVersion: changed ? detail.snapshot.version : openedAt, requestId });
    if (!read.ok) return setErrors(read.errors);
    const photoIds = photoFields(fields).flatMap((name) => idsOf(values[name]));
    setSending(true);
    const sent = await sendPhotos(photoIds.map((id) => ({ id, purpose: 'note' })));
    setSending(false);
    if (!sent.ok) return setFailure(say(photosFailureLabels[sent.reason]));
    perform.mutate(read.command, {
      onSuccess: () => {
        dropDraft(caseId, action);
        void dropPhotos(photoIds);
        toast.show({ text: say(texts.done, { action: label }) });
        onClose();
        onDone?.();
      },
      onError: (error) => {
        const why = readFailure(error);
        if (why.kind === 'refused' && why.code === 'staleVersion') {
          setStale(true);
          return;
        }
        if (why.kind === 'invalid') setErrors(errorsByField(why.issues));
        setFailure(failureText(error));
      },
    });
  };
  const busy = sending || perform.isPending;
  const supports = openSupports(detail.snapshot, own).map((id) => ({ value: id, label: nameOf(detail, id, say) }));
  const asksDecision = /^(grant|approve|refuse)/.test(action);

  return (
    <Dialog
      open
      onClose={onClose}
      title={label}
      closeLabel={say(texts.close)}
      wide={fields.length > 4}
      actions={
        <Button
          variant="primary"
          icon={lookOf(action).icon}
          busy={busy}
          {...(changed && !possible ? { missing: say(caseRefusalWords('cases', 'notAllowedInState') ?? caseActionLabels[action]) } : {})}
          onClick={() => void submit()}
        >
          {changed
            ? say(texts.anyway, { action: label })
            : sending
              ? say(texts.sending)
              : say(submitWords[action] ?? caseActionLabels[action])}
        </Button>
      }
    >
      <form
        ref={formRef}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {changed && <StaleNote detail={detail} since={openedAt} possible={possible} />}
        {failure && (
          <Banner tone="care" live>
            {failure}
          </Banner>
        )}
        {asksDecision && <AskedNote detail={detail} />}
        {action.endsWith('Supervision') && <SupervisionNote detail={detail} />}
        {fields.length === 0 && !asksDecision && <p>{say(texts.sure)}</p>}
        {fields.map((spec) =>
          spec.kind === 'units' ? (
            <UnitsField
              key={spec.name}
              caseId={caseId}
              value={{
                leadUnitId: typeof values['leadUnitId'] === 'string' ? values['leadUnitId'] : null,
                supportUnitIds: idsOf(values['supportUnitIds']),
              }}
              onChange={(units) => {
                const next = { ...values, ...units };
                setValues(next);
                keepDraft({ caseId, action, values: next });
              }}
              error={errors['leadUnitId'] ?? errors['supportUnitIds']}
              {...(actor ? { allowed: (unit) => mayLead(unit, { actor, snapshot: detail.snapshot, communityDuty }) } : {})}
            />
          ) : (
            <ActionField
              key={spec.name}
              spec={spec}
              value={values[spec.name]}
              onChange={(value) => change(spec.name, value)}
              error={errors[spec.name]}
              units={supports}
            />
          ),
        )}
      </form>
    </Dialog>
  );
}

function photoFields(fields: readonly FieldSpec[]): string[] {
  return fields.flatMap((field) => (field.kind === 'photos' ? field.name : []));
}

function nameOf(detail: CaseDetail, id: string, say: (label: { zh: string; en: string }) => string): string {
  const unit = detail.departments.find((each) => each.id === id);
  return unit ? say(unit.name) : id;
}
