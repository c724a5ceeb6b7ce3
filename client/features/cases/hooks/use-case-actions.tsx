import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState } from 'react';
import { v7 } from 'uuid';
import { caseCommand } from '#shared/cases/cases-actions.ts';
import { caseActionLabels } from '#shared/cases/cases-history.i18n.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { useToast } from '../../../ui/index.ts';
import { caseRefusalWords } from '../../case-words/index.ts';
import { type DeskAction, lookOf } from '../actions.tsx';
import type { CaseDetail } from '../case-types.ts';
import { deskHref } from './desk-search.ts';
import { usePerform } from './use-perform.ts';

const ActionForm = lazy(() => import('../forms/action-form.tsx').then((module) => ({ default: module.ActionForm })));

const texts = defineTexts({ done: { zh: '{action}，已办', en: 'Done: {action}' } });

/** Opens the form of an action, runs the ones without a form at once, or goes to where it is done. `host` must be on the page. */
export function useCaseActions(detail: CaseDetail | undefined, onDone?: () => void) {
  const say = useLabel();
  const toast = useToast();
  const navigate = useNavigate();
  const perform = usePerform();
  const failureText = useFailureText(caseRefusalWords);
  const [open, setOpen] = useState<DeskAction | null>(null);

  const choose = useCallback(
    (action: DeskAction) => {
      if (!detail?.allowedActions.includes(action)) return;
      const { how } = lookOf(action);
      if (how === 'form') return setOpen(action);
      const caseId = detail.snapshot.id;
      if (how === 'triage') return void navigate({ href: deskHref('/d/triage', { c: caseId }) });
      const read = caseCommand.safeParse({ action, input: { caseId, expectedVersion: detail.snapshot.version, requestId: v7() } });
      if (!read.success || perform.isPending) return;
      perform.mutate(read.data, {
        onSuccess: () => {
          toast.show({ text: say(texts.done, { action: say(caseActionLabels[action]) }) });
          onDone?.();
        },
        onError: (error) => toast.show({ text: failureText(error), seconds: 12 }),
      });
    },
    [detail, navigate, perform, toast, say, failureText, onDone],
  );

  const host =
    open && open !== 'register' && detail ? (
      <Suspense fallback={null}>
        <ActionForm key={`${detail.snapshot.id} ${open}`} action={open} detail={detail} onClose={() => setOpen(null)} onDone={onDone} />
      </Suspense>
    ) : null;
  return { choose, host, busy: perform.isPending };
}
