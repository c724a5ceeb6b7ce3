import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 } from 'uuid';
import { endDutyInput } from '#shared/dispatch/duty-list.ts';
import { defineTexts, useLabel, useTRPC } from '../../../platform/index.ts';
import { Banner, Field, TextArea, useToast } from '../../../ui/index.ts';
import { ConfirmDialog, readInput, useFieldErrors } from '../../admin-parts/index.ts';
import type { Duty } from '../../duty-parts/duty-types.ts';

const texts = defineTexts({
  title: { zh: '停用 {code} {name}', en: 'End {code} {name}' },
  act: { zh: '停用这一条', en: 'End the item' },
  reason: { zh: '为什么停用', en: 'Why' },
  reasonHint: { zh: '如：改由物业承担，附文件名称', en: 'For example: now with the property company, and the document' },
  after: {
    zh: '马上生效：新方案不能再按这一条派给社区。已经批准的方案不变。',
    en: 'In force at once: new plans cannot use it. Plans that were approved stay.',
  },
  done: { zh: '已停用 {code}', en: '{code} is ended' },
});

/** Takes one item off the list, with the reason. */
export function EndDutyDialog({ districtId, duty, onClose }: { districtId: string; duty: Duty; onClose: () => void }) {
  const say = useLabel();
  const toast = useToast();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [requestId] = useState(() => v7());
  const [reason, setReason] = useState('');
  const { errors, setErrors, takeFailure } = useFieldErrors();
  const end = useMutation(
    trpc.dispatch.endDuty.mutationOptions({
      onError: takeFailure,
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: trpc.dispatch.duties.pathKey() });
        toast.show({ text: say(texts.done, { code: duty.code }) });
        onClose();
      },
    }),
  );
  const send = () => {
    const read = readInput(endDutyInput, { districtId, requestId, dutyId: duty.id, reason });
    if (read.ok) return end.mutate(read.input);
    setErrors(read.errors);
  };
  const error = errors['reason'];
  return (
    <ConfirmDialog
      title={say(texts.title, { code: duty.code, name: say(duty.name) })}
      act={say(texts.act)}
      busy={end.isPending}
      error={end.error}
      onAct={send}
      onClose={onClose}
    >
      <Banner tone="info">{say(texts.after)}</Banner>
      <Field label={say(texts.reason)} hint={say(texts.reasonHint)} {...(error ? { error: say(error) } : {})}>
        {(control) => (
          <TextArea
            {...control}
            maxLength={200}
            value={reason}
            onChange={(event) => {
              setErrors({});
              setReason(event.target.value);
            }}
          />
        )}
      </Field>
    </ConfirmDialog>
  );
}
