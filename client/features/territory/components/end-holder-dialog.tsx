import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 } from 'uuid';
import { defineTexts, useLabel, useTimeWords, useTRPC } from '../../../platform/index.ts';
import { DateTimeInput } from '../../../ui/desk-kit/index.ts';
import { ConfirmDialog, readWallText, wallTextOf } from '../../admin-parts/index.ts';
import { useUnitChange } from '../hooks/use-unit-change.ts';
import type { Holder, UnitPage } from '../territory-types.ts';
import { RunningCases } from './running-cases.tsx';

const texts = defineTexts({
  title: { zh: '{name}离任：{title}', en: '{name} leaves: {title}' },
  at: { zh: '从什么时候起', en: 'From' },
  onCases: {
    zh: '从那时起岗位空缺。在办的 {n} 件由副职、没有副职时由上一级接着办，时限不停。要马上有人接，请改用“换人”。',
    en: 'The post is vacant from then on. {n} running cases go on with the deputy or, without one, one level up; no clock stops. To have somebody at once, use Replace.',
  },
  act: { zh: '办离任', en: 'End the post' },
  badDate: { zh: '填上日期和时间', en: 'Give date and time' },
  done: { zh: '{name}的离任已办', en: 'The post of {name} is ended' },
});

export function EndHolderDialog({
  unit,
  holder,
  title,
  onClose,
}: {
  unit: UnitPage['unit'];
  holder: Holder;
  title: string;
  onClose: () => void;
}) {
  const say = useLabel();
  const { writing } = useTimeWords();
  const trpc = useTRPC();
  const changed = useUnitChange();
  const [requestId] = useState(() => v7());
  const [text, setText] = useState(() => wallTextOf(writing.timeZone, writing.now));
  const at = readWallText(writing.timeZone, text);
  const onSuccess = () => {
    changed(say(texts.done, { name: holder.name }));
    onClose();
  };
  const end = useMutation(trpc.territory.endAppointment.mutationOptions({ onSuccess }));
  return (
    <ConfirmDialog
      title={say(texts.title, { name: holder.name, title })}
      act={say(texts.act)}
      busy={end.isPending}
      error={end.error}
      missing={at === null ? say(texts.badDate) : undefined}
      onAct={() => at !== null && end.mutate({ requestId, appointmentId: holder.appointmentId, validTo: at })}
      onClose={onClose}
    >
      <DateTimeInput label={say(texts.at)} value={text} onChange={setText} />
      <RunningCases unitId={unit.id} text={texts.onCases} />
    </ConfirmDialog>
  );
}
