import { useLocation } from 'wouter';
import { SECOND } from '#shared/kernel/durations.ts';
import { currentNow, defineTexts, useLabel, useSession } from '../../../platform/index.ts';
import { useToast } from '../../../ui/index.ts';
import type { ReportCategory } from '../../category-parts/index.ts';
import type { FieldDraft } from '../field-draft.ts';
import type { PendingItem } from '../pending-item.ts';
import { sourceOf } from '../source-of.ts';
import { useFieldDraft } from './use-field-draft.tsx';
import { usePending } from './use-pending.tsx';

const texts = defineTexts({
  saved: { zh: '已存：{what}', en: 'Saved: {what}' },
  undo: { zh: '撤销', en: 'Undo' },
  left: { zh: '还可撤销 {n} 秒', en: '{n} s to undo' },
  gone: { zh: '已经发出去了，撤不回。请打电话给值班调度', en: 'It has been sent and cannot be undone; call the duty dispatcher' },
  merged: { zh: '已并入，作为补充说明', en: 'Added to the existing case' },
});

const undoSeconds = 8;

/** Saves the report on the tablet at once, leaves eight seconds to take it back, then sends it. */
export function useSubmitReport() {
  const say = useLabel();
  const toast = useToast();
  const [, navigate] = useLocation();
  const { me } = useSession();
  const { clear, replace } = useFieldDraft();
  const pending = usePending();

  const put = async (item: PendingItem, what: string) => {
    await pending.add(item);
    clear();
    navigate('/');
    toast.show({
      text: what,
      seconds: undoSeconds,
      undo: {
        label: say(texts.undo),
        remainingText: (n) => say(texts.left, { n }),
        run: () => {
          const back = pending.takeBack(item.id);
          if (!back?.draft) {
            toast.show({ text: say(texts.gone) });
            return;
          }
          replace(back.draft);
          navigate('/new/what');
        },
      },
    });
  };
  const itemOf = (draft: FieldDraft, rest: Pick<PendingItem, 'command' | 'title'>): PendingItem => {
    const now = currentNow();
    return {
      ...{
        id: draft.requestId,
        version: 1,
        userId: me?.userId ?? '',
        createdAt: now,
        sendAfter: now + undoSeconds * SECOND,
        problem: null,
        draft,
      },
      photos: draft.photoIds.map((id) => ({ id, purpose: rest.command.action === 'addNote' ? 'note' : 'report' })),
      ...rest,
    };
  };

  /** A new case. */
  const submit = (draft: FieldDraft, category: ReportCategory) => {
    const { caseId, requestId, point, address, note, behalf, photoIds, capturedAt } = draft;
    const name = say(category.name);
    const command = {
      action: 'submit',
      input: {
        ...{ caseId, requestId, point, address: address.trim(), photoIds, capturedAt },
        kind: category.defaultKind,
        categoryScheme: category.scheme,
        categoryCode: category.code,
        title: note.trim() === '' ? name : '',
        text: note.trim(),
        source: sourceOf(me?.posts ?? []) ?? 'gridWorker',
        onBehalfOf: behalf && { name: behalf.name.trim(), phone: behalf.phone.trim() || null },
      },
    } as const;
    return put(
      itemOf(draft, { command: { ...command, input: { ...command.input, photoIds: [...photoIds] } }, title: name }),
      say(texts.saved, { what: name }),
    );
  };
  /** The same matter is already open: the photo and the words go there. */
  const mergeInto = (draft: FieldDraft, open: { id: string; version: number; title: string }) => {
    const note = draft.note.trim() || say(texts.merged);
    const input = { caseId: open.id, expectedVersion: open.version, requestId: draft.requestId, note, photoIds: [...draft.photoIds] };
    return put(itemOf(draft, { command: { action: 'addNote', input }, title: open.title }), say(texts.merged));
  };
  return { submit, mergeInto };
}
