import { v7 } from 'uuid';
import { textLimits } from '#shared/cases/text-limits.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { Banner, BottomSheet, Button, Field, TextArea, useToast } from '../../../ui/index.ts';
import { dropPhotos, PhotoPicker, useKeptDraft } from '../../files-parts/index.ts';
import { useAct } from '../hooks/use-act.ts';
import styles from '../resident.module.css';

const texts = defineTexts({
  title: { zh: '补一句', en: 'Add a word' },
  close: { zh: '先不说', en: 'Not now' },
  word: { zh: '还想说什么', en: 'What else' },
  hint: { zh: '经办人会看到', en: 'Those who handle it will see it' },
  send: { zh: '发出去', en: 'Send it' },
  retry: { zh: '再发一次', en: 'Send again' },
  missing: { zh: '先写一句', en: 'Write a word first' },
  kept: { zh: '写的还在', en: 'Your words are still here' },
  sent: { zh: '补上了', en: 'Added' },
});

type NoteDraft = { text: string; photoIds: string[]; requestId: string };

function readNote(stored: string | null): NoteDraft | null {
  if (stored === null) return null;
  try {
    const value: Partial<NoteDraft> | null = JSON.parse(stored);
    if (typeof value?.text !== 'string' || typeof value.requestId !== 'string' || !Array.isArray(value.photoIds)) return null;
    return { text: value.text, requestId: value.requestId, photoIds: value.photoIds.filter((id) => typeof id === 'string') };
  } catch {
    return null;
  }
}

/** A word to a running matter. Closing the sheet loses nothing. */
export function AddWordSheet({ caseId, version, open, onClose }: { caseId: string; version: number; open: boolean; onClose: () => void }) {
  const say = useLabel();
  const toast = useToast();
  const { act, busy, problem } = useAct();
  const { draft, change, clear } = useKeptDraft<NoteDraft>({
    key: `gridwhistle.note.${caseId}`,
    read: readNote,
    fresh: () => ({ text: '', photoIds: [], requestId: v7() }),
    stamp: (next) => next,
  });
  const send = async () => {
    const { text, photoIds, requestId } = draft;
    const done = await act(
      { action: 'addNote', input: { caseId, expectedVersion: version, requestId, note: text.trim(), photoIds } },
      photoIds.map((id) => ({ id, purpose: 'note' })),
    );
    if (!done) return;
    void dropPhotos(photoIds);
    clear();
    onClose();
    toast.show({ text: say(texts.sent) });
  };
  return (
    <BottomSheet
      open={open}
      onClose={onClose}
      title={say(texts.title)}
      closeLabel={say(texts.close)}
      actions={
        <Button
          variant="primary"
          wide
          busy={busy}
          missing={draft.text.trim() === '' ? say(texts.missing) : undefined}
          onClick={() => void send()}
        >
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
        <Field label={say(texts.word)} hint={say(texts.hint)}>
          {(control) => (
            <TextArea
              {...control}
              rows={3}
              maxLength={textLimits.note}
              value={draft.text}
              onChange={(event) => change({ text: event.target.value })}
            />
          )}
        </Field>
        <PhotoPicker ids={draft.photoIds} onChange={(photoIds) => change({ photoIds })} most={3} />
      </div>
    </BottomSheet>
  );
}
