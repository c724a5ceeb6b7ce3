import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState } from 'react';
import { ACT_PARAMETER } from '#shared/notifications/notice-path.ts';
import { lookOf, orderActions, type PageAction } from '../actions.tsx';
import type { WhistleDetail } from '../whistle-types.ts';
import { useFrame } from './use-frame.ts';

const WhistleForm = lazy(() => import('../forms/whistle-form.tsx').then((module) => ({ default: module.WhistleForm })));

/** The act a link of a message asks for (`?do=`), while it is allowed; one with a page of its own is a button of the foot bar. */
function askedAct({ allowedActions }: WhistleDetail): PageAction | null {
  const word = new URLSearchParams(window.location.search).get(ACT_PARAMETER);
  return orderActions(allowedActions).find((action) => action === word && !lookOf(action).page) ?? null;
}

/** Opens the form of an act or the page where it is done. `host` must be on the page. */
export function useWhistleActions(detail: WhistleDetail) {
  const navigate = useNavigate();
  const frame = useFrame();
  const [open, setOpen] = useState<PageAction | null>(() => askedAct(detail));
  const { id } = detail.snapshot;
  const choose = useCallback(
    (action: PageAction) => {
      if (lookOf(action).page) return void navigate({ href: `${frame}/w/new?whistle=${id}` });
      setOpen(action);
    },
    [navigate, frame, id],
  );
  const host = open && (
    <Suspense fallback={null}>
      <WhistleForm key={`${id} ${open}`} action={open} detail={detail} onClose={() => setOpen(null)} />
    </Suspense>
  );
  return { choose, host };
}
