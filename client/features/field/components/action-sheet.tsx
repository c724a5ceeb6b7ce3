import { type ReactNode, useState } from 'react';
import { v7 } from 'uuid';
import { contactOutcomeLabels, contactWayLabels, supervisionLevelLabels } from '#shared/cases/cases.i18n.ts';
import { caseActionLabels } from '#shared/cases/cases-history.i18n.ts';
import { contactOutcomes, contactWays } from '#shared/cases/cases-schema.ts';
import { openSupervision } from '#shared/cases/supervision.ts';
import { textLimits } from '#shared/cases/text-limits.ts';
import { askPosition, currentNow, defineTexts, useJoined, useLabel, useSession, useTimeWords } from '../../../platform/index.ts';
import { Banner, BottomSheet, Button, Field, Segmented, Select, TextArea, useToast } from '../../../ui/index.ts';
import { PhotoPicker, useKeptDraft } from '../../files-parts/index.ts';
import { type ActionDraft, commandOf, emptyAction, readAction } from '../action-draft.ts';
import type { CaseDetail } from '../due-words.ts';
import styles from '../field.module.css';
import type { FieldAction } from '../field-actions.ts';
import { usePending } from '../hooks/use-pending.tsx';
import { useProblemText } from '../hooks/use-problem-text.ts';
import { DistanceLine } from './distance-line.tsx';

const texts = defineTexts({
  until: { zh: '{when} 前办结', en: 'To be finished before {when}' },
  close: { zh: '先不办', en: 'Not now' },
  inspect: { zh: '现场核查', en: 'Inspect on site' },
  isTrue: { zh: '情况属实吗？', en: 'Is it true?' },
  yes: { zh: '属实', en: 'True' },
  no: { zh: '不属实', en: 'Not true' },
  passed: { zh: '办好了吗？', en: 'Is it done?' },
  pass: { zh: '办好了，通过', en: 'Done, pass' },
  fail: { zh: '没办好，返工', en: 'Not done, send back' },
  onSite: { zh: '现场照片', en: 'Photo on site' },
  before: { zh: '处置前照片', en: 'Photo from before' },
  after: { zh: '处置后照片', en: 'Photo from after' },
  note: { zh: '说明', en: 'Note' },
  reason: { zh: '哪里没办好', en: 'What is not done' },
  result: { zh: '怎么处置的', en: 'What was done' },
  optional: { zh: '可不填', en: 'optional' },
  way: { zh: '方式', en: 'Way' },
  outcome: { zh: '结果', en: 'Outcome' },
  send: { zh: '提交', en: 'Submit' },
  retry: { zh: '再发一次', en: 'Send again' },
  kept: { zh: '填的和照片都还在', en: 'What you filled in and the photos are kept' },
  offlineKept: { zh: '已存在本机，联网后自动发送', en: 'Kept on this device; it is sent when online' },
  done: { zh: '已送达', en: 'Delivered' },
  missingAnswer: { zh: '先选一个答复', en: 'Choose an answer first' },
  missingPhoto: { zh: '先拍现场照片', en: 'Take the photo on site first' },
  missingBefore: { zh: '缺处置前照片', en: 'The photo from before is missing' },
  missingAfter: { zh: '缺处置后照片', en: 'The photo from after is missing' },
  missingText: { zh: '写一句说明', en: 'Write a word' },
});

/** The form of one action: evidence first, one answer, one button. A failed sending keeps everything. */
export function ActionSheet({
  action,
  detail,
  open,
  onClose,
}: {
  action: FieldAction;
  detail: CaseDetail;
  open: boolean;
  onClose: () => void;
}) {
  const say = useLabel();
  const { termed } = useJoined();
  const toast = useToast();
  const { me } = useSession();
  const { sendNow, add } = usePending();
  const problemText = useProblemText();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { id, version, title } = detail.snapshot;
  const { draft, change, clear } = useKeptDraft<ActionDraft>({
    key: `gridwhistle.action.${id}.${action}`,
    read: readAction,
    fresh: () => emptyAction(v7()),
    stamp: (next) => next,
  });
  const { full } = useTimeWords();
  const supervised = action.endsWith('Supervision') ? openSupervision(detail.snapshot) : null;
  const inspecting = action === 'inspectPass' || action === 'inspectFail';
  const missing = missingIn(action, { draft, detail });

  const where = async () => {
    const answer = await askPosition(8_000);
    if (!answer.ok) return null;
    const { lng, lat, accuracyM, source } = answer.position;
    change({ position: { lng, lat, accuracyM, source } });
    return { lng, lat, accuracyM };
  };
  const send = async () => {
    setBusy(true);
    setProblem(null);
    const now = currentNow();
    const item = {
      ...commandOf(action, { draft, caseId: id, version, now }),
      ...{ id: draft.requestId, version: 1 as const, userId: me?.userId ?? '', title: termed(say(caseActionLabels[action]), title) },
      ...{ createdAt: now, sendAfter: now, problem: null, draft: null },
    };
    const failed = await sendNow(item);
    setBusy(false);
    if (failed && failed.kind !== 'offline') {
      setProblem(problemText(failed));
      return;
    }
    if (failed) await add({ ...item, problem: failed });
    clear();
    onClose();
    toast.show({ text: say(failed ? texts.offlineKept : texts.done) });
  };

  return (
    <BottomSheet
      open={open}
      onClose={onClose}
      title={say(inspecting ? texts.inspect : caseActionLabels[action])}
      closeLabel={say(texts.close)}
      actions={
        <Button variant="primary" wide icon="check" busy={busy} missing={missing && say(texts[missing])} onClick={() => void send()}>
          {say(problem ? texts.retry : texts.send)}
        </Button>
      }
    >
      <div className={styles.fields}>
        {problem && (
          <Banner tone="care" live title={problem}>
            {say(texts.kept)}
          </Banner>
        )}
        {supervised && (
          <Banner tone="calm" title={say(supervisionLevelLabels[supervised.level])}>
            {say(texts.until, { when: full(supervised.until) })}
          </Banner>
        )}
        {inspecting && (
          <DistanceLine position={draft.position} point={detail.snapshot.point} radiusM={detail.settings.inspectionRadiusM} onAsk={where} />
        )}
        {action === 'selfHandle' && (
          <Labelled words={say(texts.before)}>
            <PhotoPicker ids={draft.beforeIds} onChange={(beforeIds) => change({ beforeIds })} position={where} />
          </Labelled>
        )}
        {action !== 'contact' && action !== 'acknowledgeSupervision' && (
          <Labelled words={say(action === 'selfHandle' ? texts.after : texts.onSite)}>
            <PhotoPicker ids={draft.photoIds} onChange={(photoIds) => change({ photoIds })} position={where} />
          </Labelled>
        )}
        {action === 'answerVerification' && (
          <Answer
            words={say(texts.isTrue)}
            value={draft.isTrue}
            yes={say(texts.yes)}
            no={say(texts.no)}
            onChange={(isTrue) => change({ isTrue })}
          />
        )}
        {inspecting && (
          <Answer
            words={say(texts.passed)}
            value={draft.passed}
            yes={say(texts.pass)}
            no={say(texts.fail)}
            onChange={(passed) => change({ passed })}
          />
        )}
        {action === 'contact' && (
          <>
            <Field label={say(texts.way)}>
              {(control) => (
                <Select
                  {...control}
                  value={draft.way}
                  onChange={(way) => change({ way })}
                  options={contactWays.map((value) => ({ value, label: say(contactWayLabels[value]) }))}
                />
              )}
            </Field>
            <Field label={say(texts.outcome)}>
              {(control) => (
                <Select
                  {...control}
                  value={draft.outcome}
                  onChange={(outcome) => change({ outcome })}
                  options={contactOutcomes.map((value) => ({ value, label: say(contactOutcomeLabels[value]) }))}
                />
              )}
            </Field>
          </>
        )}
        {action !== 'acknowledgeSupervision' && (
          <Field
            label={say(action === 'selfHandle' ? texts.result : inspecting && draft.passed === false ? texts.reason : texts.note)}
            {...(textNeeded(action, draft) ? {} : { optionalWord: say(texts.optional) })}
          >
            {(control) => (
              <TextArea
                {...control}
                rows={2}
                maxLength={textLimits.note}
                value={draft.text}
                onChange={(event) => change({ text: event.target.value })}
              />
            )}
          </Field>
        )}
      </div>
    </BottomSheet>
  );
}

function Labelled({ words, children }: { words: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend className={styles.legend}>{words}</legend>
      {children}
    </fieldset>
  );
}

function Answer({
  words,
  value,
  yes,
  no,
  onChange,
}: {
  words: string;
  value: boolean | null;
  yes: string;
  no: string;
  onChange: (value: boolean) => void;
}) {
  return (
    <Labelled words={words}>
      <Segmented
        touch
        wide
        label={words}
        value={value === null ? 'none' : value ? 'yes' : 'no'}
        onChange={(answer) => onChange(answer === 'yes')}
        segments={[
          { value: 'yes', label: yes },
          { value: 'no', label: no },
        ]}
      />
    </Labelled>
  );
}

function textNeeded(action: FieldAction, draft: ActionDraft): boolean {
  return (
    action === 'selfHandle' ||
    action === 'addNote' ||
    action === 'replySupervision' ||
    ((action === 'inspectPass' || action === 'inspectFail') && draft.passed === false)
  );
}

/** What the button still waits for; the server decides with the same rules. */
function missingIn(action: FieldAction, { draft, detail }: { draft: ActionDraft; detail: CaseDetail }): keyof typeof texts | undefined {
  const inspecting = action === 'inspectPass' || action === 'inspectFail';
  const { category, snapshot } = detail;
  if (action === 'answerVerification' && draft.photoIds.length === 0) return 'missingPhoto';
  if (inspecting && category?.physical && (category.photoRequired.inspection || snapshot.point === null) && draft.photoIds.length === 0)
    return 'missingPhoto';
  if (action === 'selfHandle' && draft.beforeIds.length === 0 && !detail.photos.some(({ purpose }) => purpose === 'report'))
    return 'missingBefore';
  if (action === 'selfHandle' && draft.photoIds.length === 0) return 'missingAfter';
  if (action === 'answerVerification' && draft.isTrue === null) return 'missingAnswer';
  if (inspecting && draft.passed === null) return 'missingAnswer';
  return textNeeded(action, draft) && draft.text.trim() === '' ? 'missingText' : undefined;
}
