import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 } from 'uuid';
import { currentNow, defineTexts, useLabel, useTimeWords, useTRPC } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { DateTimeInput } from '../../../ui/desk-kit/index.ts';
import { Banner, Button } from '../../../ui/index.ts';
import { adminRefusalWords, layout, readWallText, UnsavedGuard } from '../../admin-parts/index.ts';
import type { DrawingState } from '../hooks/use-drawing.ts';
import { useUnitChange } from '../hooks/use-unit-change.ts';
import type { Finding, UnitPage } from '../territory-types.ts';
import { DrawingTools } from './drawing-tools.tsx';
import { OverrideReason, readReason } from './override-reason.tsx';

const texts = defineTexts({
  title: { zh: '改画{name}的边界', en: 'Redraw the boundary of {name}' },
  from: { zh: '从什么时候起', en: 'In force from' },
  fromHint: { zh: '不填就是保存后马上', en: 'Empty: as soon as it is saved' },
  keeps: {
    zh: '旧边界留作历史；案件留在原来的辖区，新上报的按新边界。',
    en: 'The old boundary stays as history; cases stay, new reports go by the new one.',
  },
  save: { zh: '保存新边界', en: 'Save the new boundary' },
  drop: { zh: '放弃', en: 'Drop it' },
  unchanged: { zh: '还没有改动', en: 'Nothing changed yet' },
  tooFew: { zh: '至少要三个角', en: 'At least three corners' },
  crossed: { zh: '边界自己相交', en: 'The line crosses itself' },
  checking: { zh: '等检查完', en: 'Wait for the check' },
  blocked: { zh: '先改好标出的地方，或写明理由', en: 'Change what is marked, or give a reason' },
  done: { zh: '{name}的新边界已保存', en: 'The new boundary of {name} is saved' },
});

/** Redraws the boundary of one unit; it cannot be saved while the check finds an overlap or what lies beyond the parent. */
export function BoundaryEditor({
  page,
  state,
  chosen,
  onFinding,
  onEnd,
}: {
  page: UnitPage;
  state: DrawingState;
  chosen: Finding | null;
  onFinding: (finding: Finding) => void;
  onEnd: () => void;
}) {
  const say = useLabel();
  const words = useFailureText(adminRefusalWords);
  const { writing } = useTimeWords();
  const trpc = useTRPC();
  const changed = useUnitChange();
  const { unit } = page;
  const [requestId] = useState(() => v7());
  const [fromText, setFrom] = useState('');
  const [reason, setReason] = useState('');
  const onSuccess = () => {
    changed(say(texts.done, { name: unit.name }));
    onEnd();
  };
  const redraw = useMutation(trpc.territory.redrawBoundary.mutationOptions({ onSuccess }));
  const { geometry, blocked } = state;
  const overrideReason = blocked ? readReason(reason) : null;
  const missing = !state.dirty
    ? texts.unchanged
    : state.crossed
      ? texts.crossed
      : !geometry
        ? texts.tooFew
        : state.checking
          ? texts.checking
          : blocked && overrideReason === null
            ? texts.blocked
            : null;
  const send = () => {
    if (!geometry) return;
    const validFrom = readWallText(writing.timeZone, fromText) ?? currentNow();
    redraw.mutate({ requestId, unitId: unit.id, expectedVersion: unit.version, geometry, validFrom, overrideReason });
  };
  return (
    <div className={layout.form}>
      <h2>{say(texts.title, { name: unit.name })}</h2>
      <DrawingTools state={state} chosen={chosen} onFinding={onFinding} />
      {blocked && !state.checking && <OverrideReason value={reason} onChange={setReason} />}
      <DateTimeInput label={say(texts.from)} description={say(texts.fromHint)} value={fromText} onChange={setFrom} />
      <p className={layout.note}>{say(texts.keeps)}</p>
      {redraw.error && (
        <Banner tone="care" live>
          {words(redraw.error)}
        </Banner>
      )}
      <div className={layout.acts}>
        <Button variant="primary" busy={redraw.isPending} missing={missing ? say(missing) : undefined} onClick={send}>
          {say(texts.save)}
        </Button>
        <Button onClick={onEnd}>{say(texts.drop)}</Button>
      </div>
      <UnsavedGuard when={state.dirty && !redraw.isSuccess} />
    </div>
  );
}
