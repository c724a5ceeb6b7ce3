import { useMutation, useQueryClient } from '@tanstack/react-query';
import { v7 } from 'uuid';
import { updateStaffInput } from '#shared/identity/staff-schema.ts';
import { defineTexts, useLabel, useTRPC } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Banner, Button, Checkbox, Field, TextInput, useToast } from '../../../ui/index.ts';
import { adminRefusalWords, layout, readInput, UnsavedGuard, useDraft, useFieldErrors } from '../../admin-parts/index.ts';
import type { StaffPerson } from '../person-types.ts';

const texts = defineTexts({
  data: { zh: '账号资料', en: 'Account' },
  name: { zh: '姓名', en: 'Name' },
  phone: { zh: '工作电话', en: 'Work phone' },
  keeps: { zh: '现在是 {masked}，不填就不变', en: 'Now {masked}; leave empty to keep it' },
  noPhone: { zh: '现在没有', en: 'None now' },
  active: { zh: '账号可用', en: 'Account is active' },
  disable: {
    zh: '停用后马上在所有设备退出，不能再登录。这个人的职务不会自动结束：在办的案件要先换人或办离任。',
    en: 'Disabling signs the person out everywhere at once. Posts do not end by themselves: replace the holder or end the posts for running cases.',
  },
  save: { zh: '保存资料', en: 'Save the data' },
  saveOff: { zh: '保存并停用账号', en: 'Save and disable the account' },
  unchanged: { zh: '没有改动', en: 'Nothing changed' },
  saved: { zh: '{name}的资料已保存', en: 'The data of {name} are saved' },
});

/** The phone is shown masked; an empty field keeps it. */
export function EditPerson({ person }: { person: StaffPerson }) {
  const say = useLabel();
  const toast = useToast();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const words = useFailureText(adminRefusalWords);
  const { values, set, reset, dirty } = useDraft({ name: person.name, phone: '', active: person.active });
  const { errors, setErrors, takeFailure } = useFieldErrors();
  const save = useMutation(
    trpc.identity.updateStaff.mutationOptions({
      onError: takeFailure,
      onSuccess: async () => {
        reset({ ...values, phone: '' });
        await queryClient.invalidateQueries({ queryKey: [['identity', 'staff']] });
        toast.show({ text: say(texts.saved, { name: values.name }) });
      },
    }),
  );
  const send = () => {
    const phone = values.phone.trim() === '' ? {} : { phone: values.phone };
    const read = readInput(updateStaffInput, {
      requestId: v7(),
      userId: person.userId,
      name: values.name,
      active: values.active,
      ...phone,
    });
    setErrors(read.ok ? {} : read.errors);
    if (read.ok) save.mutate(read.input);
  };
  const disabling = person.active && !values.active;
  return (
    <section className={layout.section}>
      <h3>{say(texts.data)}</h3>
      <form
        className={layout.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (dirty) send();
        }}
      >
        <div className={layout.pair}>
          <Field label={say(texts.name)} error={errors.name && say(errors.name)}>
            {(control) => (
              <TextInput {...control} value={values.name} autoComplete="off" onChange={(event) => set('name', event.target.value)} />
            )}
          </Field>
          <Field
            label={say(texts.phone)}
            hint={person.phoneMasked ? say(texts.keeps, { masked: person.phoneMasked }) : say(texts.noPhone)}
            error={errors.phone && say(errors.phone)}
          >
            {(control) => (
              <TextInput
                {...control}
                type="tel"
                value={values.phone}
                autoComplete="off"
                onChange={(event) => set('phone', event.target.value)}
              />
            )}
          </Field>
        </div>
        <Checkbox checked={values.active} onChange={(event) => set('active', event.target.checked)}>
          {say(texts.active)}
        </Checkbox>
        {disabling && <Banner tone="care">{say(texts.disable)}</Banner>}
        {save.error && (
          <Banner tone="care" live>
            {words(save.error)}
          </Banner>
        )}
        <div className={layout.acts}>
          <Button type="submit" variant="primary" busy={save.isPending} missing={dirty ? undefined : say(texts.unchanged)}>
            {say(disabling ? texts.saveOff : texts.save)}
          </Button>
        </div>
      </form>
      <UnsavedGuard when={dirty} />
    </section>
  );
}
