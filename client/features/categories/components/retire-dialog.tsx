import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 } from 'uuid';
import { currentNow, defineTexts, useLabel, useLocale, useTRPC } from '../../../platform/index.ts';
import { useToast } from '../../../ui/index.ts';
import { ConfirmDialog } from '../../admin-parts/index.ts';
import type { Entry } from '../category-types.ts';

const texts = defineTexts({
  title: { zh: '停用类别：{name}', en: 'Retire the category: {name}' },
  text: {
    zh: '停用后不能再按它上报。在办的案件照常办完，统计和历史都保留；以后可以再发布新版本启用。',
    en: 'Nobody can report under it any more. Running cases are finished as usual, history stays; a new version brings it back.',
  },
  act: { zh: '停用类别', en: 'Retire the category' },
  done: { zh: '{name}已停用', en: '{name} is retired' },
});

export function RetireDialog({
  districtId,
  entry,
  onDone,
  onClose,
}: {
  districtId: string;
  entry: Entry;
  onDone: () => void;
  onClose: () => void;
}) {
  const say = useLabel();
  const toast = useToast();
  const { locale } = useLocale();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [requestId] = useState(() => v7());
  const { scheme, code, version } = entry;
  const name = entry.name[locale];
  const retire = useMutation(
    trpc.categories.retire.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: [['categories']] });
        toast.show({ text: say(texts.done, { name }) });
        onDone();
      },
    }),
  );
  return (
    <ConfirmDialog
      title={say(texts.title, { name })}
      act={say(texts.act)}
      busy={retire.isPending}
      error={retire.error}
      onAct={() => retire.mutate({ requestId, districtId, scheme, code, expectedVersion: version, validTo: currentNow() + 2_000 })}
      onClose={onClose}
    >
      <p>{say(texts.text)}</p>
    </ConfirmDialog>
  );
}
