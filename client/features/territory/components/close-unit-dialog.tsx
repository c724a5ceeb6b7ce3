import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 } from 'uuid';
import { defineTexts, useLabel, useTimeWords, useTRPC } from '../../../platform/index.ts';
import { DateTimeInput } from '../../../ui/desk-kit/index.ts';
import { Banner } from '../../../ui/index.ts';
import { ConfirmDialog, readWallText, wallTextOf } from '../../admin-parts/index.ts';
import { useUnitChange } from '../hooks/use-unit-change.ts';
import type { UnitPage } from '../territory-types.ts';
import { RunningCases } from './running-cases.tsx';

const texts = defineTexts({
  title: { zh: '撤销{name}', en: 'Close {name}' },
  at: { zh: '从什么时候起', en: 'From' },
  children: { zh: '下面还有 {n} 个，先撤销或移走它们。', en: '{n} units stand below; close or move them first.' },
  holders: { zh: '还有 {n} 人在岗，先办离任。', en: '{n} people hold posts; end those first.' },
  onCases: {
    zh: '在办的 {n} 件留在原处，由上一级接着办完，时限不停。新上报的落到相邻或上一级辖区。历史全部保留。',
    en: '{n} running cases stay and go on one level up; no clock stops. New reports go to the neighbour or the level above. All history stays.',
  },
  act: { zh: '撤销', en: 'Close the unit' },
  badDate: { zh: '填上日期和时间', en: 'Give date and time' },
  done: { zh: '{name}已撤销', en: '{name} is closed' },
});

export function CloseUnitDialog({ page, onClose }: { page: UnitPage; onClose: () => void }) {
  const say = useLabel();
  const { writing } = useTimeWords();
  const trpc = useTRPC();
  const changed = useUnitChange();
  const { unit, childCount, holders } = page;
  const [requestId] = useState(() => v7());
  const [text, setText] = useState(() => wallTextOf(writing.timeZone, writing.now));
  const at = readWallText(writing.timeZone, text);
  const inPost = holders.filter(({ validTo }) => validTo === null || validTo > writing.now).length;
  const onSuccess = () => {
    changed(say(texts.done, { name: unit.name }));
    onClose();
  };
  const close = useMutation(trpc.territory.closeUnit.mutationOptions({ onSuccess }));
  const missing =
    childCount > 0
      ? say(texts.children, { n: childCount })
      : inPost > 0
        ? say(texts.holders, { n: inPost })
        : at === null
          ? say(texts.badDate)
          : undefined;
  return (
    <ConfirmDialog
      title={say(texts.title, { name: unit.name })}
      act={say(texts.act)}
      busy={close.isPending}
      error={close.error}
      missing={missing}
      onAct={() => at !== null && close.mutate({ requestId, unitId: unit.id, expectedVersion: unit.version, validTo: at })}
      onClose={onClose}
    >
      <DateTimeInput label={say(texts.at)} value={text} onChange={setText} />
      {childCount === 0 && inPost === 0 ? <RunningCases unitId={unit.id} text={texts.onCases} /> : <Banner tone="care">{missing}</Banner>}
    </ConfirmDialog>
  );
}
