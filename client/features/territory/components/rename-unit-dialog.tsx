import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 } from 'uuid';
import { renameUnitInput } from '#shared/territory/territory-schema.ts';
import { defineTexts, useLabel, useTRPC } from '../../../platform/index.ts';
import { Checkbox, Field, TextInput } from '../../../ui/index.ts';
import { ConfirmDialog, readInput, UnsavedGuard, useDraft, useFieldErrors } from '../../admin-parts/index.ts';
import { useUnitChange } from '../hooks/use-unit-change.ts';
import type { UnitPage } from '../territory-types.ts';

const texts = defineTexts({
  title: { zh: '给{name}改名', en: 'Rename {name}' },
  name: { zh: '新名称', en: 'New name' },
  keep: { zh: '旧名称留作曾用名，搜得到', en: 'Keep the old name as a former name that is found' },
  keepHint: { zh: '只是写错字时不用留', en: 'Not needed for a slip of the pen' },
  act: { zh: '改名', en: 'Rename' },
  unchanged: { zh: '名称没变', en: 'The name is the same' },
  done: { zh: '已改名为{name}', en: 'Renamed to {name}' },
});

export function RenameUnitDialog({ page, onClose }: { page: UnitPage; onClose: () => void }) {
  const say = useLabel();
  const trpc = useTRPC();
  const changed = useUnitChange();
  const { unit } = page;
  const [requestId] = useState(() => v7());
  const { values, set, dirty } = useDraft({ name: unit.name, keepOldAsAlias: true });
  const { errors, setErrors, takeFailure } = useFieldErrors();
  const onSuccess = () => {
    changed(say(texts.done, { name: values.name.trim() }));
    onClose();
  };
  const rename = useMutation(trpc.territory.renameUnit.mutationOptions({ onError: takeFailure, onSuccess }));
  const send = () => {
    const read = readInput(renameUnitInput, { requestId, unitId: unit.id, expectedVersion: unit.version, ...values });
    setErrors(read.ok ? {} : read.errors);
    if (read.ok) rename.mutate(read.input);
  };
  return (
    <ConfirmDialog
      title={say(texts.title, { name: unit.name })}
      act={say(texts.act)}
      busy={rename.isPending}
      error={rename.error}
      missing={values.name.trim() === unit.name ? say(texts.unchanged) : undefined}
      onAct={send}
      onClose={onClose}
    >
      <Field label={say(texts.name)} error={errors.name && say(errors.name)}>
        {(control) => <TextInput {...control} value={values.name} onChange={(event) => set('name', event.target.value)} />}
      </Field>
      <Field label={say(texts.keep)} hint={say(texts.keepHint)}>
        {(control) => (
          <Checkbox {...control} checked={values.keepOldAsAlias} onChange={(event) => set('keepOldAsAlias', event.target.checked)} />
        )}
      </Field>
      <UnsavedGuard when={dirty && !rename.isSuccess} />
    </ConfirmDialog>
  );
}
