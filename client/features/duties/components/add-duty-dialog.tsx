import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 } from 'uuid';
import { addDutyInput } from '#shared/dispatch/duty-list.ts';
import { defineTexts, useLabel, useTRPC } from '../../../platform/index.ts';
import { Field, TextInput, useToast } from '../../../ui/index.ts';
import { ConfirmDialog, readInput, useFieldErrors } from '../../admin-parts/index.ts';

const texts = defineTexts({
  title: { zh: '加一条社区职责', en: 'Add to the duty list' },
  act: { zh: '加进清单', en: 'Add to the list' },
  code: { zh: '编号', en: 'Code' },
  codeHint: { zh: '方案里按编号引用，如 09', en: 'Plans refer to it, for example 09' },
  nameZh: { zh: '事项', en: 'Name in Chinese' },
  nameEn: { zh: '英文名', en: 'Name in English' },
  optional: { zh: '可不填', en: 'optional' },
  basis: { zh: '依据', en: 'Basis' },
  basisHint: { zh: '写明文件名称和条款', en: 'Name the document and the article' },
  done: { zh: '已加进清单，马上生效', en: 'On the list, in force at once' },
});

const fields = [
  { name: 'code', label: texts.code, hint: texts.codeHint, max: 20 },
  { name: 'nameZh', label: texts.nameZh, hint: null, max: 60 },
  { name: 'basis', label: texts.basis, hint: texts.basisHint, max: 200 },
  { name: 'nameEn', label: texts.nameEn, hint: null, max: 120 },
] as const;

/** One new item, in force from now on. */
export function AddDutyDialog({ districtId, onClose }: { districtId: string; onClose: () => void }) {
  const say = useLabel();
  const toast = useToast();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [requestId] = useState(() => v7());
  const [values, setValues] = useState({ code: '', nameZh: '', nameEn: '', basis: '' });
  const { errors, setErrors, takeFailure } = useFieldErrors();
  const add = useMutation(
    trpc.dispatch.addDuty.mutationOptions({
      onError: takeFailure,
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: trpc.dispatch.duties.pathKey() });
        toast.show({ text: say(texts.done) });
        onClose();
      },
    }),
  );
  const send = () => {
    const read = readInput(addDutyInput, { districtId, requestId, ...values });
    if (read.ok) return add.mutate(read.input);
    setErrors(read.errors);
  };
  return (
    <ConfirmDialog title={say(texts.title)} act={say(texts.act)} busy={add.isPending} error={add.error} onAct={send} onClose={onClose}>
      {fields.map(({ name, label, hint, max }) => {
        const error = errors[name];
        return (
          <Field
            key={name}
            label={say(label)}
            {...(hint ? { hint: say(hint) } : {})}
            {...(error ? { error: say(error) } : {})}
            {...(name === 'nameEn' ? { optionalWord: say(texts.optional) } : {})}
          >
            {(control) => (
              <TextInput
                {...control}
                maxLength={max}
                value={values[name]}
                onChange={(event) => {
                  setErrors({});
                  setValues({ ...values, [name]: event.target.value });
                }}
              />
            )}
          </Field>
        );
      })}
    </ConfirmDialog>
  );
}
