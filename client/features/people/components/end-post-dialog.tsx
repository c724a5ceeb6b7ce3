import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 } from 'uuid';
import { defineTexts, useLabel, useTimeWords, useTRPC } from '../../../platform/index.ts';
import { DateTimeInput } from '../../../ui/desk-kit/index.ts';
import { Banner, useToast } from '../../../ui/index.ts';
import { ConfirmDialog, readWallText, wallTextOf } from '../../admin-parts/index.ts';
import type { StaffPerson, StaffPost } from '../person-types.ts';

const texts = defineTexts({
  title: { zh: '{name}离任', en: 'End the post of {name}' },
  at: { zh: '从什么时候起', en: 'From' },
  department: {
    zh: '从这时起不再看到该单位的案件；在办的案件仍由该单位办理，由其他经办人接着办。办过的记录不变。',
    en: 'From then on the person no longer sees the unit’s cases. Running cases stay with the unit and go on with its other handlers. What was done stays.',
  },
  unit: {
    zh: '从这时起岗位空缺，在办的案件由副职、没有副职时由上一级接着办。办过的记录不变。',
    en: 'From then on the post is vacant: running cases go on with the deputy or, without one, one level up. What was done stays.',
  },
  act: { zh: '办离任', en: 'End the post' },
  badDate: { zh: '填上日期和时间', en: 'Give date and time' },
  done: { zh: '{name}的离任已办', en: 'The post of {name} is ended' },
});

export function EndPostDialog({ person, post, onClose }: { person: StaffPerson; post: StaffPost; onClose: () => void }) {
  const say = useLabel();
  const toast = useToast();
  const { writing } = useTimeWords();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [requestId] = useState(() => v7());
  const [text, setText] = useState(() => wallTextOf(writing.timeZone, writing.now));
  const at = readWallText(writing.timeZone, text);
  const end = useMutation(
    trpc.territory.endAppointment.mutationOptions({
      onSuccess: () => {
        for (const key of ['identity', 'territory']) void queryClient.invalidateQueries({ queryKey: [[key]] });
        toast.show({ text: say(texts.done, { name: person.name }) });
        onClose();
      },
    }),
  );
  return (
    <ConfirmDialog
      title={say(texts.title, { name: person.name })}
      act={say(texts.act)}
      busy={end.isPending}
      error={end.error}
      missing={at === null ? say(texts.badDate) : undefined}
      onAct={() => at !== null && end.mutate({ requestId, appointmentId: post.appointmentId, validTo: at })}
      onClose={onClose}
    >
      <DateTimeInput label={say(texts.at)} value={text} onChange={setText} />
      <Banner tone="info">{say(post.departmentId === null ? texts.unit : texts.department)}</Banner>
    </ConfirmDialog>
  );
}
